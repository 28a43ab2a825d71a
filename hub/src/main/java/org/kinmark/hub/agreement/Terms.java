package org.kinmark.hub.agreement;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is agreed, as it is signed: also the body of `createAgreement`.
///
/// @param startsOn the first day, `yyyy-MM-dd`
/// @param endsOn the last
/// @param indicators at least one
/// @param parties whom it asks, at least one
/// @param caps the most that goes out
/// @param retentionMonths how long released marks are kept, 1 to 24
/// @param dataProtectionBasis under UK GDPR and the Data Protection Act 2018
/// @param confidentialityBasis under the common law duty of confidence
/// @param limits settings of the checks by name, those that differ from the standard
public record Terms(
        String title,
        String startsOn,
        String endsOn,
        List<AgreedIndicator> indicators,
        List<AgreedParty> parties,
        AgreedCaps caps,
        int retentionMonths,
        String dataProtectionBasis,
        String confidentialityBasis,
        @Nullable Map<String, Integer> limits) {

    /// One health issue, in the fields of `agreement.json`.
    ///
    /// @param codes none where it is for judgement alone
    /// @param withinMonths null where there is no limit, and so the next three
    public record AgreedIndicator(
            String id,
            String title,
            String group,
            @Nullable List<String> codes,
            @Nullable Integer withinMonths,
            @Nullable Integer minAge,
            @Nullable Integer maxAge,
            @Nullable String sex) {}

    /// A service that is asked.
    ///
    /// @param unit its id, or its id in `services.csv`
    /// @param why it is asked: what it could know that others do not
    /// @param minAge the youngest listed to it; null where there is no limit, and so the next
    /// @param districts outward postcodes or their letters; none where it is for everybody
    public record AgreedParty(
            String unit,
            String why,
            @Nullable Integer minAge,
            @Nullable Integer maxAge,
            @Nullable List<String> districts) {}

    /// The most that goes out.
    ///
    /// @param families in one round
    /// @param onOneList families on one service's list
    public record AgreedCaps(int families, int onOneList) {}

    /// Terms of which only title and dates are known.
    static Terms begun(String title, String startsOn, String endsOn) {
        return new Terms(title, startsOn, endsOn, List.of(), List.of(), new AgreedCaps(0, 0), 0, "", "", Map.of());
    }

    Terms withTitle(String title, String startsOn, String endsOn) {
        return new Terms(
                title,
                startsOn,
                endsOn,
                indicators,
                parties,
                caps,
                retentionMonths,
                dataProtectionBasis,
                confidentialityBasis,
                limits);
    }

    Terms withIndicators(List<AgreedIndicator> indicators) {
        return new Terms(
                title,
                startsOn,
                endsOn,
                indicators,
                parties,
                caps,
                retentionMonths,
                dataProtectionBasis,
                confidentialityBasis,
                limits);
    }

    Terms withAmounts(AgreedCaps caps, int retentionMonths) {
        return new Terms(
                title,
                startsOn,
                endsOn,
                indicators,
                parties,
                caps,
                retentionMonths,
                dataProtectionBasis,
                confidentialityBasis,
                limits);
    }

    Terms withBases(String dataProtectionBasis, String confidentialityBasis) {
        return new Terms(
                title,
                startsOn,
                endsOn,
                indicators,
                parties,
                caps,
                retentionMonths,
                dataProtectionBasis,
                confidentialityBasis,
                limits);
    }

    Terms withLimits(Map<String, Integer> limits) {
        return new Terms(
                title,
                startsOn,
                endsOn,
                indicators,
                parties,
                caps,
                retentionMonths,
                dataProtectionBasis,
                confidentialityBasis,
                limits);
    }

    /// The same terms with the same parties by their units' ids.
    Terms with(List<AgreedParty> named) {
        return new Terms(
                title,
                startsOn,
                endsOn,
                indicators,
                named,
                caps,
                retentionMonths,
                dataProtectionBasis,
                confidentialityBasis,
                limits);
    }
}
