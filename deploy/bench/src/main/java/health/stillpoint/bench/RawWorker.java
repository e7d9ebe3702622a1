package health.stillpoint.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One connection of the service's own role that does a service's transaction with plain prepared statements: names the
 * clinic, reads what is to be read, writes the rows, commits.
 */
final class RawWorker implements Worker {

    private static final String BIND = "select set_config('app.clinic_id', ?, true)";

    private final Connection connection;
    private final String clinicId;
    private final RawRecipe recipe;
    private final IdPool ids;
    private final PreparedStatement bind;
    private final PreparedStatement read;
    private final List<PreparedStatement> statements = new ArrayList<>();
    private final UUID[] slots;

    /**
     * @param readSql what is read first, by the id of the record it is all about; null when nothing is
     * @param ids the records it is about, null when there are none
     */
    RawWorker(String url, String user, String password, UUID clinicId, RawRecipe recipe, String readSql, IdPool ids)
            throws SQLException {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("prepareThreshold", "1");
        properties.put("reWriteBatchedInserts", "true");
        this.connection = DriverManager.getConnection(url, properties);
        connection.setAutoCommit(false);
        this.clinicId = clinicId.toString();
        this.recipe = recipe;
        this.ids = ids;
        this.slots = new UUID[recipe.slots()];
        this.bind = connection.prepareStatement(BIND);
        this.read = readSql == null ? null : connection.prepareStatement(readSql);
        for (RawRecipe.Step step : recipe.steps()) {
            statements.add(connection.prepareStatement(step.sql()));
        }
    }

    @Override
    public boolean once() throws SQLException, IdPool.Empty {
        UUID given = ids == null ? null : ids.next();
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] = newId();
        }
        bind.setString(1, clinicId);
        bind.execute();
        boolean found = read == null || read(given);
        for (int i = 0; i < statements.size(); i++) {
            write(statements.get(i), recipe.steps().get(i).rows(), given);
        }
        connection.commit();
        return found;
    }

    private boolean read(UUID given) throws SQLException {
        read.setObject(1, given);
        try (ResultSet row = read.executeQuery()) {
            if (!row.next()) {
                return false;
            }
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                row.getString(column);
            }
            return true;
        }
    }

    private void write(PreparedStatement statement, List<List<RawRecipe.Parameter>> rows, UUID given) throws SQLException {
        for (List<RawRecipe.Parameter> row : rows) {
            int at = 1;
            for (RawRecipe.Parameter parameter : row) {
                set(statement, at++, parameter, given);
            }
            if (rows.size() > 1) {
                statement.addBatch();
            }
        }
        if (rows.size() > 1) {
            statement.executeBatch();
        } else {
            statement.executeUpdate();
        }
    }

    private void set(PreparedStatement statement, int at, RawRecipe.Parameter parameter, UUID given) throws SQLException {
        switch (parameter) {
            case RawRecipe.Parameter.Fixed(String text) -> statement.setObject(at, text, Types.OTHER);
            case RawRecipe.Parameter.NewId(int slot) -> statement.setObject(at, slots[slot]);
            case RawRecipe.Parameter.GivenId() -> statement.setObject(at, given);
            case RawRecipe.Parameter.NewText(int length) -> statement.setString(at, newText(length));
        }
    }

    /** Time-ordered, as the services' ids are. */
    private static UUID newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextLong() & 0xfff;
        return new UUID(high, random.nextLong() & 0x3fff_ffff_ffff_ffffL | Long.MIN_VALUE);
    }

    private static String newText(int length) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = Character.forDigit(random.nextInt(36), 36);
        }
        return new String(text);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
