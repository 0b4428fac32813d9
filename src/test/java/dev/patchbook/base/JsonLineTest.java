package dev.patchbook.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLineTest {
    @Test
    void everyKindOfValueOnOneLine() {
        String line = JsonLine.event("x")
                .put("text", "a\"b\\\n\t\u0001é🙂")
                .put("none", (String) null)
                .put("whole", -3)
                .put("yes", true)
                .put("list", List.of("a", "b"))
                .put("sizes", new int[] {2, 3})
                .put("map", Map.of("k", "v"))
                .putAll("objects", List.of(new JsonLine().put("i", 1), new JsonLine()))
                .toString();
        assertThat(line)
                .isEqualTo("{\"event\":\"x\",\"text\":\"a\\\"b\\\\\\n\\t\\u0001é🙂\",\"none\":null,\"whole\":-3,"
                        + "\"yes\":true,\"list\":[\"a\",\"b\"],\"sizes\":[2,3],\"map\":{\"k\":\"v\"},"
                        + "\"objects\":[{\"i\":1},{}]}");
    }

    @Test
    void numbersAreShortestAndNeverNaN() {
        JsonLine line = new JsonLine()
                .put("a", 0.1)
                .put("b", 100.0)
                .put("c", 1e-7)
                .put("d", Double.NaN)
                .put("e", Double.NEGATIVE_INFINITY)
                .rounded("f", 12.34567, 3)
                .rounded("g", 12, 3)
                .rounded("h", Double.NaN, 3);
        assertThat(line)
                .hasToString(
                        "{\"a\":0.1,\"b\":100,\"c\":1.0E-7,\"d\":null,\"e\":null,\"f\":12.346,\"g\":12,\"h\":null}");
    }

    @Test
    void aLoneSurrogateIsEscaped() {
        assertThat(JsonLine.quote("\uD83D")).isEqualTo("\"\\ud83d\"");
    }
}
