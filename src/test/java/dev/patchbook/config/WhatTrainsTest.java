package dev.patchbook.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings {@code train}, {@code stages} and {@code lora}. */
class WhatTrainsTest {
    private static final ModelConfig CONFIG =
            ModelSettings.of(Map.of("preset", "tiny")).config(16, 30, 29);

    private static TrainSettings settings(Map<String, String> written) {
        return TrainSettings.of(written, Preset.TINY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vision                  | vision_encoder.cls_token                      | true
            vision                  | vision_encoder.blocks.1.attn.qkv.weight       | true
            vision.1                | vision_encoder.blocks.1.attn.qkv.weight       | true
            vision.1                | vision_encoder.blocks.0.attn.qkv.weight       | false
            vision.1                | vision_encoder.pos_embedding                  | false
            projector               | decoder.image_projection.net.0.weight         | true
            decoder                 | decoder.image_projection.net.0.weight         | false
            decoder                 | decoder.token_embedding_table.weight          | true
            decoder                 | decoder.lm_head.bias                          | false
            Decoder.0-1 + head      | decoder.blocks.1.ffn.0.bias                   | true
            decoder.0-1 + head      | decoder.ln_f.weight                           | false
            decoder.0-1 + head      | decoder.lm_head.bias                          | true
            all                     | decoder.lm_head.bias                          | true
            """)
    void partsAreNamedAsPeopleNameThem(String parts, String parameter, boolean trains) {
        assertThat(settings(Map.of("train", parts)).at(0).trains(parameter)).isEqualTo(trains);
    }

    @Test
    void allTrainsUnlessSaid() {
        TrainSettings settings = settings(Map.of());
        assertThat(settings.stages().plain()).isTrue();
        assertThat(settings.lora().none()).isTrue();
        assertThat(ParameterLayout.of(CONFIG).entries())
                .allMatch(entry -> settings.at(7).trains(entry.name()));
    }

    @Test
    void stagesFollowEachOtherAndTheLastLasts() {
        TrainSettings settings = settings(Map.of("stages", "projector 5; projector+decoder 10 at 1e-4; all 20"));
        assertThat(settings.steps()).isEqualTo(35);
        assertThat(List.of(0L, 4L, 5L, 14L, 15L, 34L, 900L))
                .map(settings.stages()::at)
                .containsExactly(0, 0, 1, 1, 2, 2, 2);
        assertThat(settings.peak(4)).isEqualTo(settings.learningRate());
        assertThat(settings.peak(5)).isEqualTo(1e-4);
        assertThat(settings.peak(15)).isEqualTo(settings.learningRate());
        assertThat(settings.at(5).parts().text()).isEqualTo("projector, decoder");
        assertThat(settings(Map.of("stages", "projector 5; all", "steps", "9")).steps())
                .isEqualTo(9);
        assertThat(settings(Map.of("stages", "projector 5; all")).steps()).isEqualTo(20); // the preset's
    }

    @Test
    void adaptersFreezeWhatTheyStandOn() {
        TrainSettings settings = settings(Map.of("lora", "rank 4, alpha 2, query+proj of decoder.1"));
        assertThat(settings.lora().scale()).isEqualTo(0.5);
        Training training = settings.at(0);
        assertThat(training.trains("decoder.blocks.1.ffn.0.weight")).isFalse();
        assertThat(training.trains("decoder.blocks.0.ffn.0.weight")).isTrue();
        assertThat(training.trains("decoder.blocks.1.attn.query.lora_A.weight")).isTrue();
        assertThat(settings(Map.of("train", "projector, lora", "lora", "rank 4"))
                        .at(0)
                        .trains("decoder.lm_head.bias"))
                .isFalse();
        ParameterLayout plain = ParameterLayout.of(CONFIG);
        ParameterLayout adapted = ParameterLayout.of(CONFIG.with(settings.lora()));
        assertThat(adapted.length() - plain.length()).isEqualTo(2L * 2 * 4 * 16);
        assertThat(plain.entries())
                .allSatisfy(entry ->
                        assertThat(adapted.entry(entry.name()).offset()).isEqualTo(entry.offset()));
        assertThat(adapted.entry("decoder.blocks.1.attn.proj.lora_B.weight").shape())
                .containsExactly(16, 4);
    }

    @Test
    void whatIsReadIsWrittenAgain() {
        Lora lora = Lora.parse("query + Value of decoder.0-1+vision, dropout 0.05, rank 4");
        assertThat(lora.text()).isEqualTo("rank 4, alpha 16, dropout 0.05, query+value of decoder.0-1+vision");
        assertThat(Lora.parse(lora.text())).isEqualTo(lora);
        assertThat(Lora.parse("all of vision").projections()).hasSize(4);
        assertThat(Lora.parse("none").text()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            train  | vison                        | train is “vison”: there is no part “vison”.
            train  | projector.1                  | train is “projector.1”: projector has no blocks.
            train  | decoder.3-1                  | train is “decoder.3-1”: decoder.3-1 ends before it begins.
            train  | vision,                      | train is “vision,”: a name is missing beside a comma.
            train  | lora                         | train names lora, but there are no adapters.
            stages | projector; all               | stages is “projector; all”: “projector” says no number of steps
            stages | projector 0; all             | stages is “projector 0; all”: “projector 0” says no number of steps
            stages | projector 5; ; all           | stages is “projector 5; ; all”: a stage is empty.
            stages | all 5 at much                | stages is “all 5 at much”: “much” is not a learning rate.
            stages | all 5 at 11                  | the learning rate 11 is not above 0 and at most 10.
            lora   | rank 0                       | lora is “rank 0”: rank 0 is not from 1 to 4096.
            lora   | rank two                     | “two” is not a whole number.
            lora   | rank                         | rank takes one number.
            lora   | dropout 1                    | dropout 1 is not from 0 to 0.95.
            lora   | query of head                | head has no attention; vision and decoder have.
            lora   | gate of decoder              | attention has no “gate”, but query, key, value and proj.
            lora   | strong                       | “strong” is not understood.
            """)
    void whatCannotBeReadIsSaid(String key, String value, String said) {
        assertThatThrownBy(() -> settings(Map.of(key, value)))
                .isInstanceOfSatisfying(SettingException.class, problem -> {
                    assertThat(problem.key()).isEqualTo(key);
                    assertThat(problem.what()).contains(said);
                    assertThat(problem.remedy()).isNotBlank();
                });
    }

    @Test
    void settingsThatDoNotGoTogetherAreNamed() {
        assertThatThrownBy(() -> settings(Map.of("train", "head", "stages", "all 5")))
                .hasMessageContaining("Both train and stages");
        assertThatThrownBy(() -> settings(Map.of("train", "projector", "lora", "rank 4")))
                .hasMessageContaining("train does not name them");
        assertThatThrownBy(() -> settings(Map.of("stages", "decoder 5; lora", "lora", "rank 4")))
                .hasMessageContaining("stages names decoder, which lora keeps frozen");
        assertThatThrownBy(() -> settings(Map.of("train", "decoder.2")).requireIn(CONFIG))
                .hasMessageContaining("train names decoder.2, but decoder has 2 blocks, 0 to 1.");
        assertThatThrownBy(() -> settings(Map.of("lora", "rank 17")).requireIn(CONFIG))
                .hasMessageContaining("The rank of lora is 17, but decoder is only 16 wide.");
    }
}
