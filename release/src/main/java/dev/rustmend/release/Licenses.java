package dev.rustmend.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// The licenses of all parts of a release: a page that names them, from the bill of materials, and
/// the texts that the parts bring.
record Licenses(Path bom, Path documents) {
  private static final Pattern TEXT =
      Pattern.compile(
          "(.*/)?([^/]*(LICENSE|NOTICE|ThirdPartyNotices)[^/]*|about\\.html)$",
          Pattern.CASE_INSENSITIVE);

  private record Part(String name, String version, String license) {}

  /// Writes `THIRD-PARTY.md` and the folder `licenses`.
  void write(List<Path> jars) throws IOException {
    var page =
        new StringBuilder(
            """
            # What comes with rustmend

            rustmend itself is free under the Apache License 2.0 or the MIT License, as you like; its \
            knowledge base is given away under CC0. The texts that the parts bring are in `licenses`, \
            those of the Java runtime in `lib/rustmend/runtime/legal`. `sbom.cdx.json` lists the same \
            for programs.

            | part | version | license |
            | --- | --- | --- |
            """);
    page.append(
        "| OpenJDK | %s | GPL-2.0-only WITH Classpath-exception-2.0 |%n"
            .formatted(Runtime.version()));
    for (Part part : parts()) {
      page.append("| %s | %s | %s |%n".formatted(part.name, part.version, part.license));
    }
    Files.writeString(documents.resolve("THIRD-PARTY.md"), page.toString().replace("\r\n", "\n"));
    for (Path jar : jars) {
      copyTexts(jar);
    }
  }

  private List<Part> parts() throws IOException {
    try {
      var parser = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
      var components = parser.parse(bom.toFile()).getElementsByTagNameNS("*", "component");
      var parts = new ArrayList<Part>();
      for (int i = 0; i < components.getLength(); i++) {
        var component = (Element) components.item(i);
        String group = text(component, "group").orElse("");
        if (isPart(component) && !group.equals("dev.rustmend")) {
          parts.add(part(component, group));
        }
      }
      return parts;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("%s can not be read".formatted(bom), e);
    }
  }

  /// The tools that wrote the bill are components too, elsewhere in the document.
  private static boolean isPart(Element component) {
    return component.getParentNode().getParentNode()
            == component.getOwnerDocument().getDocumentElement()
        && component.getParentNode().getLocalName().equals("components");
  }

  private static Part part(Element component, String group) {
    String name = group + ":" + text(component, "name").orElse("");
    var licenses = component.getElementsByTagNameNS("*", "license");
    var names = new ArrayList<String>();
    for (int i = 0; i < licenses.getLength(); i++) {
      var license = (Element) licenses.item(i);
      text(license, "id").or(() -> text(license, "name")).ifPresent(names::add);
    }
    text(component, "expression").ifPresent(names::add);
    if (names.isEmpty()) {
      throw new ReleaseFailure(
          "the license of %s is not known; add it to `Licenses`".formatted(name));
    }
    return new Part(name, text(component, "version").orElse(""), String.join(" or ", names));
  }

  private static Optional<String> text(Element element, String tag) {
    var found = element.getElementsByTagNameNS("*", tag);
    return found.getLength() == 0
        ? Optional.empty()
        : Optional.of(found.item(0).getTextContent().strip());
  }

  private void copyTexts(Path jar) throws IOException {
    try (var in = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : in.stream().filter(Licenses::isText).toList()) {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        Path folder = Files.createDirectories(documents.resolve("licenses").resolve(name));
        Path text = folder.resolve(Path.of(entry.getName()).getFileName().toString());
        Files.write(text, in.getInputStream(entry).readAllBytes());
      }
    }
  }

  private static boolean isText(ZipEntry entry) {
    return !entry.isDirectory()
        && !entry.getName().endsWith(".class")
        && TEXT.matcher(entry.getName()).matches();
  }
}
