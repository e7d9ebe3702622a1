package health.stillpoint.patient.consent.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * One version of the text a person signs, in each of its languages: all of them explain the same elements. A change of the
 * wording is a new version; the old one stays known, so that what was signed under it can still be read.
 *
 * @param material whether it changed so much that what was signed on an earlier one no longer holds
 */
public record ConsentTemplate(ConsentScope scope, String version, boolean material, List<ConsentText> texts) {

    public ConsentTemplate {
        texts = List.copyOf(texts);
        if (version.isBlank() || texts.isEmpty()) {
            throw new IllegalArgumentException(scope + " has a version without a name or a text");
        }
        Set<ConsentElement> everywhere = texts.getFirst().elements().keySet();
        Set<String> languages = new HashSet<>();
        for (ConsentText text : texts) {
            String name = scope + " " + version + " in " + text.language();
            if (!languages.add(text.language())) {
                throw new IllegalArgumentException(name + " is there twice");
            }
            if (!text.elements().keySet().equals(everywhere)) {
                throw new IllegalArgumentException(name + " does not explain the same as in " + texts.getFirst().language() + ": "
                        + ConsentElement.inOneAlone(text.elements().keySet(), everywhere));
            }
        }
    }

    public Set<ConsentElement> elements() {
        return texts.getFirst().elements().keySet();
    }

    public List<String> languages() {
        return texts.stream().map(ConsentText::language).toList();
    }

    /** The text for this BCP 47 tag, whatever its region. */
    public Optional<ConsentText> in(String language) {
        return texts.stream().filter(text -> ConsentText.isSameLanguage(text.language(), language)).findFirst();
    }

    /**
     * SHA-256, in hexadecimal, of what is signed: scope, version, language, title, then each element's code and text in the order of
     * the codes, in UTF-8, joined by line feeds.
     */
    public String digestOf(ConsentText text) {
        StringJoiner signed = new StringJoiner("\n").add(scope.name()).add(version).add(text.language()).add(text.title());
        TreeMap<String, String> byCode = new TreeMap<>();
        text.elements().forEach((element, said) -> byCode.put(element.name(), said));
        byCode.forEach((code, said) -> signed.add(code).add(said));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
