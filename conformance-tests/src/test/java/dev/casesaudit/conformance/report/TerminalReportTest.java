package dev.casesaudit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.run.RunReport;
import org.junit.jupiter.api.Test;

class TerminalReportTest {

    @Test
    void showsEveryStatus() {
        Golden.assertSame("terminal.txt", rendered(Sample.everything(), Style.PLAIN));
    }

    @Test
    void showsTheSameInColour() {
        Golden.assertSame("terminal-colour.txt", rendered(Sample.everything(), Style.COLOUR));
    }

    @Test
    void explainsAConformantRun() {
        Golden.assertSame("terminal-conformant.txt", rendered(Sample.conformant(), Style.PLAIN));
    }

    @Test
    void saysWhyTheTargetCouldNotBeJudged() {
        Golden.assertSame("terminal-not-judged.txt", rendered(Sample.notJudged(), Style.PLAIN));
    }

    @Test
    void differsInColourAlone() {
        String plain = rendered(Sample.everything(), Style.PLAIN);
        String coloured = rendered(Sample.everything(), Style.COLOUR);
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void letsNoResponseControlTheTerminal() {
        assertThat(rendered(Sample.everything(), Style.PLAIN).chars())
                .noneMatch(one -> (one < ' ' && one != '\n') || one == 0x7f || one == 0x202e);
    }

    private static String rendered(RunReport run, Style style) {
        return TerminalReport.render(Sample.masked(run), Sample.catalogue(), style);
    }
}
