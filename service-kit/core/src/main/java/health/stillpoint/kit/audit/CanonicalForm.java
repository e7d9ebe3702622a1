package health.stillpoint.kit.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The exact bytes that are hashed or signed: a first line naming the form, then for each field {@code name=length:value} and a
 * line feed, the length being that of the value in UTF-8 (NFC) bytes; a field without a value is {@code name=-}.
 */
final class CanonicalForm {

    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(700);

    CanonicalForm(String form) {
        append(form);
        out.write('\n');
    }

    CanonicalForm field(String name, Object value) {
        append(name);
        out.write('=');
        if (value == null) {
            out.write('-');
        } else {
            String text = Normalizer.normalize(value.toString(), Normalizer.Form.NFC);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            append(Integer.toString(bytes.length));
            out.write(':');
            out.writeBytes(bytes);
        }
        out.write('\n');
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private void append(String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
