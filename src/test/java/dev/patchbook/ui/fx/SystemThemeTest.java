package dev.patchbook.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SystemThemeTest {
    private static Function<List<String>, Optional<String>> says(String program, String answer) {
        return command -> String.join(" ", command).contains(program) ? Optional.of(answer) : Optional.empty();
    }

    private static Optional<Boolean> dark(String system, Function<List<String>, Optional<String>> run) {
        return new SystemTheme(system, Map.of(), run).dark();
    }

    @Test
    void linuxTellsByPortalBySettingOrByTheThemesName() {
        assertThat(dark("Linux", says("gdbus", "(<<uint32 1>>,)\n"))).contains(true);
        assertThat(dark("Linux", says("gdbus", "(<<uint32 2>>,)\n"))).contains(false);
        assertThat(dark("Linux", says("color-scheme", "'prefer-dark'\n"))).contains(true);
        assertThat(dark("Linux", says("gtk-theme", "'Adwaita-dark'\n"))).contains(true);
        assertThat(dark("Linux", says("gtk-theme", "'Adwaita'\n"))).contains(false);
        assertThat(dark("Linux", says("nothing", ""))).isEmpty();
        assertThat(new SystemTheme("Linux", Map.of("GTK_THEME", "Adwaita:dark"), says("gdbus", "(<<uint32 2>>,)"))
                        .dark())
                .contains(true);
    }

    @Test
    void macOsTellsByAKeyThatIsThereOnlyWhereItIsDark() {
        assertThat(dark("Mac OS X", says("AppleInterfaceStyle", "Dark\n"))).contains(true);
        assertThat(dark("Mac OS X", says("nothing", ""))).contains(false);
    }

    @Test
    void windowsTellsByItsRegistry() {
        String answer = "\r\nHKEY_CURRENT_USER\\...\\Personalize\r\n    AppsUseLightTheme    REG_DWORD    0x%s\r\n\r\n";
        assertThat(dark("Windows 11", says("AppsUseLightTheme", answer.formatted("0"))))
                .contains(true);
        assertThat(dark("Windows 11", says("AppsUseLightTheme", answer.formatted("1"))))
                .contains(false);
        assertThat(dark("Windows 11", says("nothing", ""))).isEmpty();
    }

    @Test
    void thisComputerIsAskedWithoutFail() {
        assertThat(new SystemTheme().dark()).isNotNull();
    }
}
