package dev.rustmend.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/// Scenes in which the user repairs something.
record RepairScenes(String style) {
  private static final List<String> WORDS =
      List.of("anchor", "barrel", "canvas", "dinghy", "ferry", "galley", "helm", "island", "jetty");
  private static final List<String> IMPORTS =
      List.of(
          "std::collections::HashMap",
          "std::collections::BTreeMap",
          "std::collections::HashSet",
          "std::collections::VecDeque",
          "std::rc::Rc",
          "std::path::PathBuf",
          "std::cell::RefCell",
          "std::sync::Arc",
          "std::collections::BTreeSet",
          "std::sync::Mutex");

  List<Scene> all() {
    var scenes = new ArrayList<Scene>();
    for (ScriptedBreak each : ScriptedBreak.all(style)) {
      scenes.add(new Scene("repair: " + each.name(), desk -> simple(desk, each)));
    }
    scenes.add(new Scene("import", RepairScenes::missingImport));
    scenes.add(new Scene("import", RepairScenes::missingImport));
    scenes.add(new Scene("repair after other saves", this::afterOtherSaves));
    scenes.add(new Scene("repair with another edit", this::withAnotherEdit));
    scenes.add(new Scene("repair while formatting", this::whileFormatting));
    scenes.add(new Scene("two repairs in one save", this::twoAtOnce));
    scenes.add(new Scene("rename over several saves", RepairScenes::rename));
    scenes.add(new Scene("private item of the other file", RepairScenes::privateItem));
    scenes.add(new Scene("an offered fix is taken", this::taken));
    scenes.add(new Scene("moved to the other file, then repaired", this::moved));
    return List.copyOf(scenes);
  }

  ScriptedBreak any(HistoryDesk desk) {
    List<ScriptedBreak> all = ScriptedBreak.all(style);
    // syntax errors hide all others, warnings are hidden by all: neither fits every scene
    List<ScriptedBreak> usual =
        all.stream()
            .filter(it -> it.codes().stream().allMatch(code -> code.startsWith("E")))
            .toList();
    return usual.get(desk.random().nextInt(usual.size())).at(desk.number(), word(desk));
  }

  ScriptedBreak kind(String name) {
    return ScriptedBreak.all(style).stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static String word(HistoryDesk desk) {
    return WORDS.get(desk.random().nextInt(WORDS.size()));
  }

  static String name(ScriptedBreak of) {
    return "item " + of.broken();
  }

  /// Something sound that is new in a file.
  static void addSound(HistoryDesk desk, String file) {
    int number = desk.number();
    desk.put(
        file,
        "sound " + number,
        "pub fn sound_%d(of: u32) -> u32 {\n    of + %d\n}\n".formatted(number, number));
  }

  private List<Truth> simple(HistoryDesk desk, ScriptedBreak kind)
      throws IOException, TimeoutException, InterruptedException {
    ScriptedBreak one = kind.at(desk.number(), word(desk));
    String file = desk.anyFile();
    desk.put(file, name(one), one.broken());
    desk.saveAndRead(file);
    desk.put(file, name(one), one.repaired());
    desk.save(file);
    return List.of(truth(file, one));
  }

  static Truth truth(String file, ScriptedBreak of) {
    return Truth.of(file, of.codes(), of.broken(), of.repaired());
  }

  private static List<Truth> missingImport(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    String file = desk.anyFile();
    List<String> left =
        IMPORTS.stream()
            .filter(path -> !desk.file(file).imports().contains("use " + path + ";"))
            .toList();
    String path = left.get(desk.random().nextInt(left.size()));
    String type = path.substring(path.lastIndexOf(':') + 1);
    int number = desk.number();
    desk.put(
        file,
        "import " + number,
        "pub fn use_%d() -> usize {\n    std::mem::size_of::<%s%s>()\n}\n"
            .formatted(number, type, arguments(type)));
    desk.saveAndRead(file);
    String declaration = "use " + path + ";";
    desk.addImport(file, declaration);
    desk.save(file);
    return List.of(
        new Truth(file, Set.of("E0412", "E0425", "E0433"), List.of(), List.of(declaration)));
  }

  private static String arguments(String type) {
    return type.equals("PathBuf") ? "" : type.endsWith("Map") ? "<u32, u32>" : "<u32>";
  }

  private List<Truth> afterOtherSaves(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    ScriptedBreak one = any(desk);
    String file = desk.anyFile();
    desk.put(file, name(one), one.broken());
    desk.saveAndRead(file);
    addSound(desk, file);
    desk.save(file);
    addSound(desk, file);
    desk.save(file);
    desk.put(file, name(one), one.repaired());
    desk.save(file);
    return List.of(truth(file, one));
  }

  private List<Truth> withAnotherEdit(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    ScriptedBreak one = any(desk);
    String file = desk.anyFile();
    desk.put(file, name(one), one.broken());
    desk.saveAndRead(file);
    desk.put(file, name(one), one.repaired());
    addSound(desk, file);
    desk.save(file);
    return List.of(truth(file, one));
  }

  private List<Truth> whileFormatting(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    ScriptedBreak one = any(desk);
    String file = desk.anyFile();
    int number = desk.number();
    String crooked = "pub fn crooked_%d( of :u32 )->u32{\n  of+ 1\n    }\n".formatted(number);
    desk.put(file, "crooked " + number, crooked);
    desk.put(file, name(one), one.broken());
    desk.saveAndRead(file);
    desk.put(
        file,
        "crooked " + number,
        "pub fn crooked_%d(of: u32) -> u32 {\n    of + 1\n}\n".formatted(number));
    desk.put(file, name(one), one.repaired());
    desk.save(file);
    return List.of(truth(file, one));
  }

  private List<Truth> twoAtOnce(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    ScriptedBreak text = kind("text").at(desk.number(), word(desk));
    ScriptedBreak width = kind("width").at(desk.number(), word(desk));
    String file = desk.anyFile();
    desk.put(file, name(text), text.broken());
    desk.put(file, name(width), width.broken());
    desk.saveAndRead(file);
    desk.put(file, name(text), text.repaired());
    desk.put(file, name(width), width.repaired());
    desk.save(file);
    return List.of(truth(file, text), truth(file, width));
  }

  private static List<Truth> rename(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    int number = desk.number();
    String model = desk.project().model();
    String report = desk.project().report();
    String callee = "callee " + number;
    String old = "pub fn old_%d(of: u32) -> u32 {\n    of + 1\n}\n".formatted(number);
    String call =
        "pub fn call_%s_%d(of: u32) -> u32 {\n    %s::old_%d(of) * %s\n}\n"
            .formatted("%s", number, desk.project().modelPath(), number, "%s");
    String one = call.formatted("one", "3");
    String two = call.formatted("two", "5");
    desk.put(model, callee, old);
    desk.put(report, "one " + number, one);
    desk.put(report, "two " + number, two);
    desk.save(model, report);
    desk.put(model, callee, old.replace("old_", "renamed_"));
    desk.saveAndRead(model);
    desk.put(report, "one " + number, one.replace("old_", "renamed_"));
    desk.save(report);
    desk.put(report, "two " + number, two.replace("old_", "renamed_"));
    desk.save(report);
    return List.of(
        Truth.of(report, Set.of("E0425"), one, one.replace("old_", "renamed_")),
        Truth.of(report, Set.of("E0425"), two, two.replace("old_", "renamed_")));
  }

  private static List<Truth> privateItem(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    int number = desk.number();
    String model = desk.project().model();
    String report = desk.project().report();
    String helper =
        "fn hidden_%d(of: u32) -> u32 {\n    of + 1\n}\n\npub fn shown_%d(of: u32) -> u32 {\n    hidden_%d(of)\n}\n"
            .formatted(number, number, number);
    desk.put(model, "hidden " + number, helper);
    desk.put(
        report,
        "open " + number,
        "pub fn open_%d(of: u32) -> u32 {\n    %s::hidden_%d(of)\n}\n"
            .formatted(number, desk.project().modelPath(), number));
    desk.saveAndRead(model, report);
    desk.put(model, "hidden " + number, "pub " + helper);
    desk.save(model);
    return List.of(Truth.of(report, Set.of("E0603"), helper, "pub " + helper));
  }

  private List<Truth> taken(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    int number = desk.number();
    String file = desk.anyFile();
    String broken =
        "pub fn taken_$n(of: String) -> usize {\n    let kept_$n = eat(of);\n    kept_$n + of.len()\n}\n"
            .replace("$n", String.valueOf(number));
    desk.put(file, "taken " + number, broken);
    desk.saveAndRead(file);
    var fixed = desk.offered(file, "taken " + number, "of.len()");
    if (fixed.isEmpty()) {
      throw new IOException("no fix is offered for " + broken);
    }
    desk.put(file, "taken " + number, fixed.get());
    desk.save(file);
    return List.of(Truth.of(file, Set.of("E0382"), broken, fixed.get()));
  }

  private List<Truth> moved(HistoryDesk desk)
      throws IOException, TimeoutException, InterruptedException {
    ScriptedBreak one = any(desk);
    String from = desk.project().model();
    String to = desk.project().report();
    desk.put(from, name(one), one.broken());
    desk.saveAndRead(from);
    desk.drop(from, name(one));
    desk.put(to, name(one), one.broken());
    desk.saveAndRead(from, to);
    desk.put(to, name(one), one.repaired());
    desk.save(to);
    return List.of(truth(to, one));
  }
}
