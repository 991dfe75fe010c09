package org.juntos.store.contact;

import java.sql.SQLException;
import java.util.List;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Profiles in their table.
public final class SqliteProfiles implements Profiles {
  private final Queries queries;
  private final Journal journal;

  /// Profiles that live in `queries`' transaction.
  public SqliteProfiles(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  @Override
  public KnownProfile of(AccountId account) {
    var known =
        queries.one(
            "SELECT version, wanted, told, about, picture_version FROM profile WHERE account = ?",
            SqliteProfiles::profile,
            account);
    return known == null ? KnownProfile.NONE : known;
  }

  @Override
  public Bytes picture(AccountId account) {
    var known = queries.one("SELECT picture FROM profile WHERE account = ?", Row::bytes, account);
    return known == null ? Bytes.EMPTY : known;
  }

  @Override
  public void put(AccountId account, KnownProfile profile) {
    queries.update(
        """
        INSERT INTO profile (account, version, wanted, told, about, picture_version, picture)
        VALUES (?, ?, ?, ?, ?, ?, x'')
        ON CONFLICT (account) DO UPDATE
        SET version = excluded.version, wanted = excluded.wanted, told = excluded.told,
          about = excluded.about, picture_version = excluded.picture_version
        """,
        account,
        profile.version(),
        profile.wanted(),
        profile.told(),
        profile.about(),
        profile.pictureVersion());
    journal.contact(account);
  }

  @Override
  public void take(AccountId account, long version, String about, Bytes picture) {
    var known = of(account);
    boolean same = known.pictureVersion() > 0 && picture.equals(picture(account));
    long since = picture.isEmpty() ? 0 : same ? known.pictureVersion() : version;
    long wanted = Math.max(known.wanted(), version);
    put(account, new KnownProfile(version, wanted, known.told(), about, since));
    queries.update("UPDATE profile SET picture = ? WHERE account = ?", picture, account);
  }

  @Override
  public List<AccountId> due() {
    return queries.list(
        "SELECT account FROM profile WHERE wanted > version ORDER BY account", Row::account);
  }

  @Override
  public void forget(AccountId account) {
    if (queries.update("DELETE FROM profile WHERE account = ?", account) > 0) {
      journal.contact(account);
    }
  }

  private static KnownProfile profile(Row row) throws SQLException {
    return new KnownProfile(row.number(), row.number(), row.number(), row.text(), row.number());
  }
}
