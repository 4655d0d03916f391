package dev.rustmend.proof;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The verbs with which a title may begin. A title is a command; a word that is missing here is
/// added when an entry needs it.
final class TitleVerbs {
  private static final Set<String> VERBS =
      Arrays.stream(
              """
              Accept Add Allow Annotate Append Apply Ask Assign Attach Await Balance Begin Bind Borrow
              Bound Box Bring Build Call Capitalize Cast Change Check Choose Clone Close Collect
              Combine Compare Complete Compute Constrain Convert Copy Correct Count Create Decide
              Declare Define Delete Dereference Derive Destructure Disambiguate Do Double Drop Enable
              Enclose End Escape Exchange Exclude Expand Export Expose Express Extend Extract Fetch
              Fill Find Finish Fit Fix Flatten Format Generalize Get Give Go Group Handle Hand Ignore
              Implement Import Include Index Indent Infer Initialize Inline Insert Instantiate
              Introduce Iterate Join Keep Leave Lend Let Lift Limit Link List Lock Look Loop Lower
              Make Map Mark Match Merge Move Name Narrow Negate Nest Number Offer Open Order Own Panic Parse
              Pass Pin Place Point Prefix Print Promise Propagate Protect Put Qualify Quote Raise Reach Read
              Reborrow Refer Release Relax Remove Rename Reorder Repeat Replace Require Reserve
              Restrict Return Reuse Run Satisfy Say Select Send Separate Set Share Shorten Show Shrink
              Silence Slice Sort Specify Spell Split Start State Step Stop Store Strip Supply Swap
              Take Tell Terminate Test Tie Treat Turn Type Unify Unwrap Update Use Wait Widen Work
              Wrap Write Yield
              """
                  .strip()
                  .split("\\s+", -1))
          .collect(Collectors.toUnmodifiableSet());

  private TitleVerbs() {}

  /// Whether `title` begins with one of the verbs.
  static boolean begin(String title) {
    int space = title.indexOf(' ');
    return space > 0 && VERBS.contains(title.substring(0, space));
  }
}
