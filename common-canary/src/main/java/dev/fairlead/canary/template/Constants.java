package dev.fairlead.canary.template;

import java.math.BigInteger;

import dev.fairlead.canary.go.GoText;
import dev.fairlead.canary.template.Token.Type;

/** Numbers and texts as they stand in templates, in Go's notation. */
final class Constants {

    private static final int OCTAL = 8;
    private static final int HEX = 16;

    private Constants() {}

    static Operand of(Token token, Words words) {
        return new Operand.Constant(token.at(), token.text(), value(token, words));
    }

    private static Object value(Token token, Words words) {
        String text = token.text();
        try {
            if (token.is(Type.RAW_STRING)) {
                return text.substring(1, text.length() - 1).replace("\r", "");
            }
            if (token.is(Type.STRING)) {
                return unquoted(text);
            }
            if (token.is(Type.CHARACTER)) {
                return rune(text);
            }
            return number(text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException
                | ArithmeticException broken) {
            String message = switch (token.type()) {
                case NUMBER -> numberProblem(text);
                case CHARACTER -> "malformed character constant: " + text;
                default -> "invalid syntax";
            };
            throw words.failure(token.at(), message);
        }
    }

    private static String numberProblem(String text) {
        if (text.matches("[+-]?[0-9]+")) {
            return "integer overflow: " + GoText.quote(text);
        }
        boolean sign = text.equals("+") || text.equals("-");
        return (sign ? "illegal" : "bad") + " number syntax: " + GoText.quote(text);
    }

    private static Long rune(String text) {
        String inner = unquoted(text);
        if (inner.codePointCount(0, inner.length()) != 1) {
            throw new IllegalArgumentException(text);
        }
        return (long) inner.codePointAt(0);
    }

    private static Object number(String text) {
        String plain = text.replace("_", "");
        boolean negative = plain.startsWith("-");
        String digits = negative || plain.startsWith("+") ? plain.substring(1) : plain;
        String lower = digits.toLowerCase(java.util.Locale.ROOT);
        boolean hex = lower.startsWith("0x");
        if (lower.endsWith("i")) {
            throw new IllegalArgumentException("complex numbers mean nothing in queries");
        }
        if (hex ? lower.contains("p") : lower.contains(".") || lower.contains("e")) {
            return decimal(lower, negative);
        }
        BigInteger whole = whole(lower);
        return (negative ? whole.negate() : whole).longValueExact();
    }

    /** Java's letters for the size of a number are not Go's. */
    private static Double decimal(String text, boolean negative) {
        if (text.endsWith("d") || text.endsWith("f")) {
            throw new IllegalArgumentException(text);
        }
        double value = Double.parseDouble(text);
        return negative ? -value : value;
    }

    private static BigInteger whole(String lower) {
        if (lower.startsWith("0x")) {
            return unsigned(lower.substring(2), HEX);
        }
        if (lower.startsWith("0b")) {
            return unsigned(lower.substring(2), 2);
        }
        if (lower.startsWith("0o")) {
            return unsigned(lower.substring(2), OCTAL);
        }
        boolean octal = lower.length() > 1 && lower.startsWith("0");
        return unsigned(lower, octal ? OCTAL : 10);
    }

    private static BigInteger unsigned(String digits, int radix) {
        if (digits.startsWith("-") || digits.startsWith("+")) {
            throw new IllegalArgumentException(digits);
        }
        BigInteger value = new BigInteger(digits, radix);
        if (value.bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException(digits);
        }
        return value;
    }

    /** Go's {@code strconv.Unquote} for double and single quotes. */
    static String unquoted(String quoted) {
        StringBuilder out = new StringBuilder();
        String text = quoted.substring(1, quoted.length() - 1);
        for (int i = 0; i < text.length();) {
            if (text.charAt(i) != '\\') {
                out.append(text.charAt(i++));
            } else {
                i = escape(text, i + 1, out);
            }
        }
        return out.toString();
    }

    private static int escape(String text, int at, StringBuilder out) {
        char kind = text.charAt(at);
        switch (kind) {
            case 'a' -> out.append('\u0007');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'v' -> out.append('\u000b');
            case '\\', '"', '\'' -> out.append(kind);
            case 'x' -> {
                return coded(text, at + 1, 2, HEX, out);
            }
            case 'u' -> {
                return coded(text, at + 1, 4, HEX, out);
            }
            case 'U' -> {
                return coded(text, at + 1, 8, HEX, out);
            }
            default -> {
                return coded(text, at, 3, OCTAL, out);
            }
        }
        return at + 1;
    }

    private static int coded(String text, int at, int digits, int radix, StringBuilder out) {
        out.appendCodePoint(Integer.parseInt(text.substring(at, at + digits), radix));
        return at + digits;
    }
}
