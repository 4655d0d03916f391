/// Sessions in real editors, with two servers at once: a stand-in for rust-analyzer and rustmend
/// itself. Tagged `editor` and left out unless asked for: `mvn verify -Peditors`.
package dev.rustmend.editors;
