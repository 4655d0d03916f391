package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives a field the signed type of its size, where a literal that it is set to has a minus.
final class RetypeField implements Operation {
  private static final Pattern UNSIGNED =
      Pattern.compile("cannot apply unary operator `-` to type `u(8|16|32|64|128|size)`");
  private static final int SIGNATURE = 25;

  @Override
  public String name() {
    return "retype-field";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher message = UNSIGNED.matcher(site.diagnostic().message());
    Optional<SyntaxNode> initializer =
        site.node().parent().filter(up -> up.is("field_initializer"));
    Optional<SyntaxNode> literal =
        initializer.flatMap(each -> Nodes.above(each, "struct_expression"));
    Optional<String> field = initializer.flatMap(each -> each.child("field")).map(SyntaxNode::text);
    if (!message.find() || literal.isEmpty() || field.isEmpty()) {
      return List.of();
    }
    String width = message.group(1);
    String type = literal.get().child("name").map(CrateFiles::baseName).orElse("");
    String name =
        type.equals("Self") ? Named.impl(site.node()).map(Named::selfType).orElse("") : type;
    var proposals = new ArrayList<Proposal>();
    for (CrateFiles.Item item : site.crate().types(name)) {
      Named.fields(item.node()).stream()
          .filter(each -> Named.name(each).equals(field.get()))
          .flatMap(each -> each.child("type").stream())
          .filter(each -> each.text().equals("u" + width))
          .flatMap(
              each -> site.edits().replace(item.file(), each.range(), "i" + width).patch().stream())
          .map(patch ->
              Proposal.of("Make the field `%s` an `i%s`".formatted(field.get(), width), patch)
                  .penalized(SIGNATURE))
          .forEach(proposals::add);
    }
    return proposals;
  }
}
