package health.stillpoint.kit.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class IndexRulesTest {

    private static final String REFERENCE = "create table reference (clinic_id uuid, id uuid, thing_id uuid, seen boolean,"
            + " foreign key (clinic_id, thing_id) references thing (clinic_id, id));";

    @AfterEach
    void dropTheReference() {
        Database.execute("drop table if exists reference; revoke delete on thing from testing_app");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "create index on reference (clinic_id)",
        "create index on reference (clinic_id, seen, thing_id)",
        "create index on reference (clinic_id, thing_id) where seen",
        "create index on reference (clinic_id, thing_id) where seen is not null"
    })
    void findWhatADeletionReadsFromEndToEnd(String index) {
        // When
        Database.execute("grant delete on thing to testing_app;" + REFERENCE + index);

        // Then
        assertThatThrownBy(IndexRules::hold).isInstanceOf(AssertionError.class).hasMessageContaining("reference_clinic_id_thing_id_fkey");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "create index on reference (clinic_id, thing_id)",
        "create index on reference (thing_id, clinic_id, seen)",
        "create unique index on reference (thing_id)",
        "create index on reference (clinic_id, thing_id) where thing_id is not null"
    })
    void acceptWhatFindsTheReferences(String index) {
        // When
        Database.execute("grant delete on thing to testing_app;" + REFERENCE + index);

        // Then
        assertThatCode(IndexRules::hold).doesNotThrowAnyException();
    }

    @Test
    void wantNoIndexWhereNothingIsDeleted() {
        // When
        Database.execute(REFERENCE);

        // Then
        assertThatCode(IndexRules::hold).doesNotThrowAnyException();
    }
}
