package dev.fairlead.standalone.logs;

import java.time.Instant;
import java.util.Locale;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import org.springframework.boot.json.JsonWriter;

/** One JSON object per line with Flagger's keys: level, ts, caller, msg; a stack trace is added. */
public final class JsonLines extends LayoutBase<ILoggingEvent> {

    private final JsonWriter<ILoggingEvent> writer = JsonWriter.<ILoggingEvent>of(line -> {
        line.add("level", event -> event.getLevel().toString().toLowerCase(Locale.ROOT));
        line.add("ts", event -> Instant.ofEpochMilli(event.getTimeStamp()).toString());
        line.add("caller", ILoggingEvent::getLoggerName);
        line.add("msg", ILoggingEvent::getFormattedMessage);
        line.add("stacktrace",
                event -> event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .whenHasLength();
    }).withNewLineAtEnd();

    @Override
    public String doLayout(ILoggingEvent event) {
        return writer.writeToString(event);
    }
}
