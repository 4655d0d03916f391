package dev.rustmend.proof;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The verbs with which a title may begin, be it of a repair or of a task. A title is a command; a
/// word that is missing here is added when an entry needs it.
final class TitleVerbs {
  private static final Set<String> VERBS =
      Arrays.stream(
              """
              Accept Add Advance Allow Annotate Append Apply Ask Assign Attach Await Balance Begin
              Benchmark Bind Borrow Bound Box Bring Build Cache Call Capitalize Cast Change Check
              Choose Clamp Clone Close Collapse Collect Combine Compare Complete Compute Connect
              Constrain Convert Copy Correct Count Create Deal Decide Declare Decode Define Delay
              Delete Deliver Dereference Derive Destructure Detect Disambiguate Dispatch Display
              Divide Do Double Drain Draw Drop Enable Enclose Encode End Escape Evaluate Exchange
              Exclude Expand Export Expose Express Extend Extract Feed Fetch Fill Filter Find
              Finish Fit Fix Flatten Fold Follow Forbid Format Generalize Generate Get Give Go
              Group Hand Handle Ignore Implement Import Include Indent Index Infer Initialize
              Inline Insert Instantiate Introduce Invert Iterate Join Keep Leave Lend Let Lift
              Limit Link List Lock Log Look Loop Lower Make Map Mark Mask Match Measure Merge Mock
              Move Name Narrow Negate Nest Normalize Number Offer Open Order Overload Own Panic
              Parallelize Parse Partition Pass Pin Place Point Poll Prefix Print Process Promise
              Propagate Protect Put Qualify Query Quote Raise Rank Reach Read Reborrow Receive
              Record Recover Reduce Refer Relax Release Remember Remove Rename Reorder Repeat
              Replace Report Require Reserve Restrict Retry Return Reuse Reverse Rotate Round Run
              Satisfy Say Scan Schedule Search Select Send Separate Serialize Serve Set Share
              Shift Shorten Show Shrink Shuffle Silence Simulate Skip Slice Slow Sort Spawn
              Specify Spell Split Start State Step Stop Store Strip Structure Suggest Sum Supply
              Swap Tag Take Tell Terminate Test Throttle Tie Time Track Transpose Treat Trim
              Truncate Try Turn Type Undo Unify Unwrap Update Use Validate View Visit Wait Walk
              Watch Widen Work Wrap Write Yield Zip
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
