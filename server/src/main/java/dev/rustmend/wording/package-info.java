/// Answers and explanations in a language model's words, from numbered sources.
///
/// Comes in: what was retrieved or assembled, as [dev.rustmend.wording.Material]. Goes out:
/// Markdown whose citations lead to sources that the model was shown, or the sentence why there is
/// none.
///
/// Never: lets a model's text pass unchecked; answers where there is no source; knows a protocol.
@org.jspecify.annotations.NullMarked
package dev.rustmend.wording;
