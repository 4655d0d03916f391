package dev.rustmend.repair;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.verify.Verdict;

/// A candidate that was tried and is not offered, and why: what `explain` tells.
public record Rejection(Candidate candidate, Verdict verdict) {}
