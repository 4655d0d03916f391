package dev.rustmend.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/// Scenes in which errors end otherwise than by a repair of the user's.
record OtherScenes(RepairScenes repairs) {

  List<Scene> all() {
    var scenes = new ArrayList<Scene>();
    scenes.add(new Scene("the item is deleted", desk -> edited(desk, _ -> "")));
    scenes.add(new Scene("the statement is deleted", OtherScenes::withoutStatement));
    scenes.add(
        new Scene("the item is commented out", desk -> edited(desk, OtherScenes::commented)));
    scenes.add(new Scene("a stub is put in", desk -> edited(desk, OtherScenes::stubbed)));
    scenes.add(
        new Scene(
            "the item is switched off", desk -> edited(desk, code -> "#[cfg(any())]\n" + code)));
    scenes.add(new Scene("the edit is undone", this::undone));
    scenes.add(new Scene("git checkout takes the edit back", this::checkedOut));
    scenes.add(new Scene("another branch is checked out", this::branch));
    scenes.add(new Scene("`rustmend fix` repairs it", this::fixed));
    scenes.add(new Scene("a generated file is generated again", OtherScenes::generated));
    scenes.add(new Scene("a word is typed to its end", OtherScenes::typed));
    scenes.add(new Scene("a warning is allowed", this::allowed));
    scenes.add(new Scene("a warning ends since more was written", OtherScenes::writtenOn));
    scenes.add(new Scene("formatting changes nothing", this::formatted));
    scenes.add(new Scene("hidden by another error, then deleted", this::hidden));
    scenes.add(new Scene("all is written anew", OtherScenes::writtenAnew));
    return List.copyOf(scenes);
  }

  /// An item without any trace: a deleted one.
  private static void put(HistoryDesk desk, String file, String name, String code) {
    if (code.isEmpty()) {
      desk.drop(file, name);
    } else {
      desk.put(file, name, code);
    }
  }

  private List<Truth> edited(HistoryDesk desk, UnaryOperator<String> edit)
      throws IOException, TimeoutException, InterruptedException {
    ScriptedBreak one = repairs.kind("text").at(desk.number(), RepairScenes.word(desk));
    String file = desk.anyFile();
    desk.put(file, RepairScenes.name(one), one.broken());
    desk.saveAndRead(file);
    put(desk, file, RepairScenes.name(one), edit.apply(one.broken()));
    desk.save(file);
    return List.of();
  }

  private static String commented(String code) {
    return code.replaceAll("(?m)^", "// ").replaceAll("// $", "");
  }

  private static String stubbed(String code) {
    return code.substring(0, code.indexOf('{')) + "{\n    todo!()\n}\n";
  }

  /// The broken statement goes, and nothing stands in its place.
  private static List<Truth> withoutStatement(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    int number = desk.number();
    String file = desk.anyFile();
    String sound = "pub fn left_%d(of: u32) -> u32 {\n    …of + 1\n}\n".formatted(number);
    desk.put(
        file,
        "left " + number,
        sound.replace("…", "let _at_%d = Instant::now();\n    ".formatted(number)));
    desk.saveAndRead(file);
    desk.put(file, "left " + number, sound.replace("…", ""));
    desk.save(file);
    return List.of();
  }

  private List<Truth> undone(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    ScriptedBreak one = repairs.any(desk);
    String file = desk.anyFile();
    desk.put(file, RepairScenes.name(one), one.repaired());
    desk.save(file);
    desk.put(file, RepairScenes.name(one), one.broken());
    desk.saveAndRead(file);
    RepairScenes.addSound(desk, file);
    desk.put(file, RepairScenes.name(one), one.repaired());
    desk.save(file);
    return List.of();
  }

  private List<Truth> checkedOut(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    ScriptedBreak one = repairs.any(desk);
    String file = desk.anyFile();
    desk.put(file, RepairScenes.name(one), one.repaired());
    desk.save(file);
    desk.commit();
    var before = desk.state();
    desk.put(file, RepairScenes.name(one), one.broken());
    desk.saveAndRead(file);
    desk.git("checkout", "-q", "--", ".");
    desk.reload(before);
    return List.of();
  }

  /// The repair on the branch is one; that it comes and goes with the branch is none.
  private List<Truth> branch(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    ScriptedBreak one = repairs.any(desk);
    String file = desk.anyFile();
    int number = desk.number();
    desk.put(file, RepairScenes.name(one), one.broken());
    desk.saveAndRead(file);
    desk.commit();
    var broken = desk.state();
    desk.git("checkout", "-q", "-b", "topic-" + number);
    desk.put(file, RepairScenes.name(one), one.repaired());
    desk.save(file);
    desk.breathe();
    desk.commit();
    var repaired = desk.state();
    desk.git("checkout", "-q", "main");
    desk.reload(broken);
    desk.breathe();
    RepairScenes.addSound(desk, file);
    desk.saveAndRead(file);
    desk.git("checkout", "-q", "-f", "topic-" + number);
    desk.reload(repaired);
    desk.git("checkout", "-q", "-B", "main");
    return List.of(RepairScenes.truth(file, one));
  }

  private List<Truth> fixed(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    ScriptedBreak one = repairs.kind("moved").at(desk.number(), RepairScenes.word(desk));
    String file = desk.anyFile();
    desk.put(file, RepairScenes.name(one), one.broken());
    desk.saveAndRead(file);
    desk.fix(file, RepairScenes.name(one));
    if (desk.item(file, RepairScenes.name(one)).equals(one.broken())) {
      throw new IOException("`rustmend fix` has changed nothing");
    }
    return List.of();
  }

  private static List<Truth> generated(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    String good = "pub fn made_%d() -> u32 {\n    %s\n}\n";
    int number = desk.number();
    desk.generate(good.formatted(number, "\"seven\""));
    desk.generate(good.formatted(number, "7"));
    return List.of();
  }

  private static List<Truth> typed(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    int number = desk.number();
    String file = desk.anyFile();
    String code =
        "pub fn typed_%d(of: u32) -> u32 {\n    let total_%d = of + 1;\n    … * 2\n}\n"
            .formatted(number, number);
    desk.put(file, "typed " + number, code.replace("…", "tot"));
    desk.saveAndRead(file);
    desk.put(file, "typed " + number, code.replace("…", "total_" + number));
    desk.save(file);
    return List.of();
  }

  private List<Truth> allowed(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    ScriptedBreak one = repairs.kind("unused").at(desk.number(), RepairScenes.word(desk));
    String file = desk.anyFile();
    desk.put(file, RepairScenes.name(one), one.broken());
    desk.saveAndRead(file);
    desk.put(file, RepairScenes.name(one), "#[allow(unused_variables)]\n" + one.broken());
    desk.save(file);
    return List.of();
  }

  private static List<Truth> writtenOn(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    int number = desk.number();
    String file = desk.anyFile();
    String code =
        "pub fn begun_%d(of: u32) -> u32 {\n    let next_%d = of + 1;\n    …of * 2\n}\n"
            .formatted(number, number);
    desk.put(file, "begun " + number, code.replace("…", ""));
    desk.saveAndRead(file);
    desk.put(
        file,
        "begun " + number,
        code.replace("…", "let of = of + next_%d;\n    ".formatted(number)));
    desk.save(file);
    return List.of();
  }

  /// The code of an error is formatted, which is no repair; what follows is.
  private List<Truth> formatted(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    int number = desk.number();
    String file = desk.anyFile();
    String flat =
        "pub fn flat_%d(of: u32) -> String {\n    let at = of;\n    area( at,%d )\n}\n"
            .formatted(number, number);
    String formatted = flat.replace("area( at,", "area(at, ").replace(" )", ")");
    String repaired =
        formatted.replace("area(at, " + number + ")", "area(at, " + number + ").to_string()");
    desk.put(file, "flat " + number, flat);
    desk.saveAndRead(file);
    desk.put(file, "flat " + number, formatted);
    desk.saveAndRead(file);
    desk.put(file, "flat " + number, repaired);
    desk.save(file);
    return List.of(Truth.of(file, Set.of("E0308"), flat, repaired));
  }

  private List<Truth> hidden(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    ScriptedBreak one = repairs.kind("width").at(desk.number(), RepairScenes.word(desk));
    ScriptedBreak syntax = repairs.kind("parenthesis").at(desk.number(), RepairScenes.word(desk));
    String file = desk.anyFile();
    desk.put(file, RepairScenes.name(one), one.broken());
    desk.saveAndRead(file);
    desk.put(file, RepairScenes.name(syntax), syntax.broken());
    desk.saveAndRead(file);
    RepairScenes.addSound(desk, file);
    desk.save(file);
    desk.put(file, RepairScenes.name(syntax), syntax.repaired());
    desk.save(file);
    desk.breathe();
    desk.drop(file, RepairScenes.name(one));
    desk.save(file);
    return List.of(RepairScenes.truth(file, syntax));
  }

  private static List<Truth> writtenAnew(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    int number = desk.number();
    String file = desk.anyFile();
    String broken = "pub fn anew_%d(of: u32) -> String {\n    of\n}\n".formatted(number);
    var anew = new StringBuilder("pub fn anew_%d(of: u32) -> String {\n".formatted(number));
    anew.append("    let mut out = String::new();\n");
    for (int i = 0; i < 14; i++) {
      anew.append("    out.push_str(&(of + %d).to_string());\n".formatted(i));
    }
    anew.append("    out\n}\n");
    desk.put(file, "anew " + number, broken);
    desk.saveAndRead(file);
    desk.put(file, "anew " + number, anew.toString());
    desk.save(file);
    return List.of();
  }
}
