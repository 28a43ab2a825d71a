package org.kinmark.rules;

/// What is the case. A request that does not say so means that it is not.
public enum Fact implements Word {
    /// Signed by both, in its dates, with a data-protection basis and a confidentiality basis for this flow.
    AGREEMENT_IN_FORCE,
    /// Recipient and size are as the agreement says.
    WITHIN_AGREEMENT,
    /// Both sides have published the notice to families for at least 28 days.
    NOTICE_IN_FORCE,
    /// The family is known to the team for something other than health.
    MEETS_OTHER_CRITERION,
    /// On the list that this service was sent in this round.
    FAMILY_ON_LIST,
    /// A named registered professional declared the judgement.
    JUDGED_BY_PROFESSIONAL,
    /// The family agreed to support.
    FAMILY_WORKING_WITH_TEAM,
    /// Waiting for advice would itself put someone at risk.
    URGENT,
    /// A professional judged that telling the person would increase a risk.
    TELLING_WOULD_INCREASE_RISK,
    /// The evaluator was told, with reasons, that anonymised information will not do.
    ANONYMISED_INSUFFICIENT,
    /// National data opt-out.
    OPTED_OUT
}
