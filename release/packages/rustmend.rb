# Homebrew formula.
class Rustmend < Formula
  desc "Compile-checked fixes for Rust, beside rust-analyzer"
  homepage "https://github.com/rustmend/rustmend"
  version "@VERSION@"
  license any_of: ["Apache-2.0", "MIT"]

  on_macos do
    # begin macos-aarch64
    on_arm do
      url "https://github.com/rustmend/rustmend/releases/download/v@VERSION@/rustmend-@VERSION@-macos-aarch64.tar.gz"
      sha256 "@SHA256_MACOS_AARCH64@"
    end
    # end macos-aarch64
    # begin macos-x86_64
    on_intel do
      url "https://github.com/rustmend/rustmend/releases/download/v@VERSION@/rustmend-@VERSION@-macos-x86_64.tar.gz"
      sha256 "@SHA256_MACOS_X86_64@"
    end
    # end macos-x86_64
  end

  on_linux do
    # begin linux-aarch64
    on_arm do
      url "https://github.com/rustmend/rustmend/releases/download/v@VERSION@/rustmend-@VERSION@-linux-aarch64.tar.gz"
      sha256 "@SHA256_LINUX_AARCH64@"
    end
    # end linux-aarch64
    # begin linux-x86_64
    on_intel do
      url "https://github.com/rustmend/rustmend/releases/download/v@VERSION@/rustmend-@VERSION@-linux-x86_64.tar.gz"
      sha256 "@SHA256_LINUX_X86_64@"
    end
    # end linux-x86_64
  end

  def install
    libexec.install Dir["*"]
    bin.install_symlink libexec/"bin/rustmend"
    man1.install_symlink libexec/"share/man/man1/rustmend.1"
    bash_completion.install_symlink libexec/"share/bash-completion/completions/rustmend"
    zsh_completion.install_symlink libexec/"share/zsh/site-functions/_rustmend"
    fish_completion.install_symlink libexec/"share/fish/vendor_completions.d/rustmend.fish"
  end

  test do
    assert_match "rustmend #{version}", shell_output("#{bin}/rustmend --version")
    assert_match "E0382", shell_output("#{bin}/rustmend kb list --code E0382")
  end
end
