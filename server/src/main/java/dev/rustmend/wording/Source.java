package dev.rustmend.wording;

/// Something that a model may use: a title for people and a text in Markdown. Its number is its
/// place in [Material#sources], from 1 on.
public record Source(String title, String text) {}
