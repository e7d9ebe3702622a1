package health.stillpoint.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {
        "/p?identifier=urn:example:insurance|12345, /p?identifier=urn:example:insurance%7C12345",
        "/p?a=%7C|%20, /p?a=%7C%7C%20",
        "/p?a={b}\"<c>^`\\, /p?a=%7Bb%7D%22%3Cc%3E%5E%60%5C"})
    void escapesWhatStandsBareInAQuery(String sent, String readable) {
        assertThat(RequestTarget.readable(sent)).isEqualTo(readable);
        assertThat(URI.create(readable).getRawQuery()).isNotEmpty();
    }

    @Test
    void escapesTheBytesOfALetterThatIsNotAscii() {
        String bytes = new String("/p?text=Müller".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(RequestTarget.readable(bytes)).isEqualTo("/p?text=M%C3%BCller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/patients?text=a%20b&limit=2", "/api/v1/patients/1", "/p?a[]=b:c@d,e;f/g?h!$'()*+", "*"})
    void leavesAnAddressAsItIs(String sent) {
        assertThat(RequestTarget.readable(sent)).isSameAs(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/p?a=%", "/p?a=%7", "/p?a=%zz", "/%p", "/p|q", "/p{q}?a=b", "/p\u00fc"})
    void refusesABrokenEscapeAndABarePath(String sent) {
        assertThatThrownBy(() -> RequestTarget.readable(sent)).isInstanceOf(RequestTarget.Unreadable.class);
    }
}
