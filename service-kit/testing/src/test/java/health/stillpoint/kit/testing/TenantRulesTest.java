package health.stillpoint.kit.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class TenantRulesTest {

    @AfterEach
    void dropTheHole() {
        Database.execute("drop view if exists hole_view; drop table if exists hole_reference; drop table if exists hole;"
                + " drop function if exists hole_function()");
    }

    @Test
    void holdForTheKit() {
        assertThatCode(TenantRules::hold).doesNotThrowAnyException();
    }

    @Test
    void acceptAReviewedTableWithoutAClinic() {
        // When
        Database.execute("create table hole (code text primary key); alter table hole owner to testing_owner");

        // Then
        assertThatCode(() -> TenantRules.hold("hole")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "create table hole (code text); alter table hole owner to testing_owner",
        "create table hole (clinic_id uuid); alter table hole owner to testing_owner",
        "create table hole (clinic_id uuid); alter table hole owner to testing_app; alter table hole enable row level security;"
                + " alter table hole force row level security; create policy p on hole using (clinic_id is null) with check (false)",
        "create table hole (clinic_id uuid); alter table hole owner to testing_owner; alter table hole enable row level security;"
                + " create policy p on hole using (clinic_id is null) with check (false)",
        "create table hole (clinic_id uuid); alter table hole owner to testing_owner; alter table hole enable row level security;"
                + " alter table hole force row level security; create policy p on hole using (clinic_id is null)",
        "create table hole (clinic_id uuid); alter table hole owner to testing_owner; alter table hole enable row level security;"
                + " alter table hole force row level security; create policy p on hole using (true) with check (false)",
        "create view hole_view as select * from thing",
        "create function hole_function() returns int language sql security definer as 'select 1'",
        "create table hole_reference (clinic_id uuid, thing_id uuid references thing (id)); select kit_protect('hole_reference');"
                + " alter table hole_reference owner to testing_owner"
    })
    void findAHole(String hole) {
        // When
        Database.execute(hole);

        // Then
        assertThatThrownBy(TenantRules::hold).isInstanceOf(AssertionError.class);
    }
}
