package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The arguments that a formatting macro lacks, where those that it has are fields of one variable
/// in the order of their declaration: what is missing is the field that was left out.
///
/// Where the text has as many placeholders as the struct or tuple has fields, the missing ones may
/// be anywhere; otherwise the fields directly behind the last one are meant.
final class FormatSequence {
  private static final Pattern FIELD = Pattern.compile("(&?(?:\\w+\\.)*\\w+)\\.(\\w+)");

  private static final int MOST = 3;

  private FormatSequence() {}

  /// Proposes the fields for the placeholders without an argument.
  static void complete(Tokens tokens, Mends out) {
    FormatCall.around(tokens)
        .ifPresent(call -> {
          int implicit = (int) call.holes().stream().filter(FormatCall.Hole::isImplicit).count();
          int missing = implicit - call.positional().size();
          if (missing > 0 && missing <= MOST) {
            complete(call, missing, out);
          }
        });
  }

  private static void complete(FormatCall call, int missing, Mends out) {
    List<String> given = new ArrayList<>();
    String owner = "";
    for (FormatCall.Argument argument : call.positional()) {
      Matcher field = FIELD.matcher(call.tokens().source(argument.from(), argument.to()).strip());
      if (!field.matches() || !(owner.isEmpty() || owner.equals(field.group(1)))) {
        return;
      }
      owner = field.group(1);
      given.add(field.group(2));
    }
    if (given.isEmpty()) {
      return;
    }
    for (List<String> fields : fields(call, owner, given)) {
      propose(call, owner, given, fields, missing, out);
    }
  }

  private static void propose(
      FormatCall call,
      String owner,
      List<String> given,
      List<String> fields,
      int missing,
      Mends out) {
    List<Integer> places = given.stream().map(fields::indexOf).toList();
    boolean ordered =
        IntStream.range(0, places.size())
            .allMatch(i -> places.get(i) >= 0 && (i == 0 || places.get(i) > places.get(i - 1)));
    int last = places.getLast();
    boolean consecutive = last - places.getFirst() == given.size() - 1;
    boolean whole = fields.size() == given.size() + missing;
    boolean next = consecutive && given.size() > 1 && last + missing < fields.size();
    if (!ordered || !(whole || next)) {
      return;
    }
    List<String> added =
        whole
            ? fields.stream().filter(name -> !given.contains(name)).toList()
            : fields.subList(last + 1, last + 1 + missing);
    Edits edits = out.edits();
    var said = new ArrayList<String>();
    for (int i = 0; i <= given.size(); i++) {
      int before = i == 0 ? -1 : places.get(i - 1);
      int behind = i == given.size() ? fields.size() : places.get(i);
      var text = new StringBuilder();
      for (String name : added) {
        int at = fields.indexOf(name);
        if (at > before && at < behind) {
          text.append(", ").append(owner).append('.').append(name);
          said.add("`" + owner + "." + name + "`");
        }
      }
      if (!text.isEmpty()) {
        edits.insert(call.behind(i), text.toString());
      }
    }
    out.add("Pass " + String.join(", ", said), 0, edits);
  }

  /// The fields of what `owner` may be, in order: of its type where that is plain, else of the only
  /// struct that has all the given ones.
  private static List<List<String>> fields(FormatCall call, String owner, List<String> given) {
    Site site = call.tokens().site();
    var types = new LocalTypes(site.crate());
    String variable = owner.replaceFirst("^&", "");
    if (variable.matches("\\w+")) {
      Optional<RustType> type =
          Bindings.binding(site.node(), variable)
              .flatMap(types::ofBinding)
              .map(RustType::bare)
              .filter(RustType::isWritable);
      if (type.isPresent()) {
        int parts = type.get().parts().size();
        return List.of(
            type.get().isTuple()
                ? IntStream.range(0, parts).mapToObj(Integer::toString).toList()
                : List.copyOf(types.fields(type.get().name()).keySet()));
      }
    }
    List<List<String>> fitting =
        site.crate().items().stream()
            .map(CrateFiles.Item::node)
            .filter(node -> node.is("struct_item"))
            .map(node -> types.fields(Named.name(node)))
            .map(fields -> List.copyOf(fields.keySet()))
            .filter(fields -> fields.containsAll(given))
            .toList();
    return fitting.size() == 1 ? fitting : List.of();
  }
}
