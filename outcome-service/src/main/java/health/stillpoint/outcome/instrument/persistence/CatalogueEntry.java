package health.stillpoint.outcome.instrument.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** One instrument as {@code catalogue/instruments.yaml} spells it; keys are snake_case there. */
record CatalogueEntry(
        String code,
        Boolean enabled,
        String name,
        String measures,
        String recallPeriod,
        String respondent,
        Integer itemCount,
        Item item,
        Map<String, String> itemSpecial,
        List<Integer> naAllowedItems,
        String naPolicy,
        String naRule,
        List<Integer> reverseItems,
        List<Integer> optionalItems,
        List<Part> subscales,
        String subscalesEvidence,
        Total total,
        List<Reported> reported,
        List<Derived> derived,
        String direction,
        Missing missingRule,
        List<Range> bands,
        String bandsEvidence,
        Map<String, List<Range>> bandVariants,
        Case caseness,
        JsonNode reliability,
        ReliableChange rci,
        Points mcid,
        Response response,
        Remission remission,
        JsonNode recoveryCriterion,
        JsonNode loinc,
        List<Critical> criticalItems,
        List<OnTotal> scoreAlerts,
        Map<String, Risk> riskAlerts,
        String branchingRule,
        String branching,
        String encoding,
        Map<String, String> variants,
        Map<String, String> extraFields,
        Rights licence,
        String note,
        List<String> sources) {

    record Item(int min, int max, int step) {}

    record Part(String code, List<Integer> items, String statistic, int min, int max, int maxMissing) {}

    record Total(
            int min,
            int max,
            String statistic,
            Integer multiplier,
            String formula,
            Integer decimals,
            List<Integer> items,
            List<String> totalFromSubscales) {}

    record Reported(String code, String of, Integer factor, Integer divisor, Integer item, String note) {}

    record Derived(String code, String rule, String evidence) {}

    record Missing(String type, Integer maxMissing, String note, String evidence) {}

    record Range(int from, int to, String code) {}

    record Case(Integer minTotal, Integer maxTotal, Integer anyItemMin, String note, String evidence) {}

    record ReliableChange(
            BigDecimal sd,
            BigDecimal r,
            String rType,
            BigDecimal raw,
            int minPoints,
            Boolean publishedOverride,
            String evidence) {}

    record Points(int points, String evidence) {}

    record Response(
            BigDecimal minPercent,
            Integer minBaseline,
            String operator,
            Integer minPoints,
            Integer maxTotal,
            String name,
            String evidence,
            List<Response> alternatives) {}

    record Remission(
            Integer maxTotal,
            Integer minTotal,
            Integer maxTotalWithAgoraphobia,
            String name,
            String evidence,
            List<Remission> alternatives) {}

    record Critical(int item, int min, int max, String alert, String code, String action) {}

    record OnTotal(Integer minTotal, Integer maxTotal, String alert, String code, String action, String context) {}

    record Risk(String alert, String code, String action) {}

    record Rights(String status, boolean itemsMayBeShipped, String note, String evidence) {}
}
