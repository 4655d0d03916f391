package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.rustmend.service.ReportJson;
import dev.rustmend.settings.Settings;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

  @Test
  void theNamesAreThoseThatUsersRelyOn() {
    var json = new ReportJson(Settings.defaults().offers());
    assertThat(json.report(Samples.report(Samples.problem())))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"problems":[{"code":"E0382","level":"error",
                   "message":"borrow of moved value: `order`",
                   "file":"/shop/src/main.rs","line":4,"column":15,
                   "label":"value borrowed here after move",
                   "fixes":[{"id":"f1","title":"Clone `order` where it is moved","source":"rustc",
                     "origin":"rustc","verdict":"compiles","errorsBefore":1,"errorsAfter":0,
                     "preferred":true,
                     "edits":[{"file":"/shop/src/main.rs","sha256":"%s",
                       "start":77,"end":77,"newText":".clone()"}]}],
                   "rejected":[{"title":"Borrow `order`","source":"rustc","verdict":"rejected",
                     "why":"introduces E0308"}]}],
                 "summary":{"errors":1,"fixable":1,"warnings":0}}
                """
                    .formatted(Samples.SOURCE.sha256())));
  }

  @Test
  void aDocumentOnOneLineHasNoLineBreak() {
    var json = new ReportJson(Settings.defaults().offers());
    assertThat(ReportJson.line(json.report(Samples.report(Samples.problem()))))
        .doesNotContain("\n")
        .contains("\"newText\":\".clone()\"");
  }
}
