package dev.fairlead.sandbox.bench.sheet;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SheetTextTest {

    private static final MachineShare CALM = new MachineShare(12, 0.5, 3, 10);

    @Test
    void a_figure_shows_both_sides_their_ratio_and_its_limits() {
        Sheet sheet = new Sheet("reaction");
        sheet.add(Figure.of("change to weight", "ms", Spread.single(300), CALM)
                .beside("bare chain", Spread.single(100))
                .atMost("median", 300, 250));
        assertThat(SheetText.of(sheet)).contains("change to weight  [ms]")
                .containsPattern("bare chain +100 +100 +100 +1 +3\\.00")
                .contains("NOT MET    median 300, at most 250", "NOT all limits are met.",
                        "stolen 0.5 %");
        assertThat(sheet.isGood()).isFalse();
    }

    @Test
    void json_holds_the_same() {
        Sheet sheet = new Sheet("reaction");
        sheet.add(Figure.of("change to weight", "ms", Spread.single(200), CALM)
                .beside("bare chain", Spread.single(100))
                .atMost("median", 200, 250));
        var json = JsonMapper.shared().readTree(SheetJson.of(sheet));
        assertThat(json.at("/good").asBoolean()).isTrue();
        assertThat(json.at("/figures/0/others/0/ratio").asDouble()).isEqualTo(2);
        assertThat(json.at("/figures/0/limits/0/met").asBoolean()).isTrue();
        assertThat(json.at("/figures/0/machine/stolen").asDouble()).isEqualTo(0.5);
    }
}
