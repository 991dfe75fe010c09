package org.juntos.engine.story;

import java.io.IOException;
import java.util.List;
import org.juntos.crypto.session.Bundles;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.SignedWord;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Says of groups what the relay says, where a story says nothing else.
class PassedGroups implements GroupApi {
  private final GroupApi honest;

  PassedGroups(GroupApi honest) {
    this.honest = honest;
  }

  @Override
  public RelayResult<SignedWord> params() throws IOException {
    return honest.params();
  }

  @Override
  public RelayResult<List<Credential>> credentials() throws IOException {
    return honest.credentials();
  }

  @Override
  public RelayResult<Answer> make(Shown shown, Bytes change) throws IOException {
    return honest.make(shown, change);
  }

  @Override
  public RelayResult<Answer> change(Shown shown, Bytes change, Bytes password) throws IOException {
    return honest.change(shown, change, password);
  }

  @Override
  public RelayResult<Answer> look(Shown shown) throws IOException {
    return honest.look(shown);
  }

  @Override
  public RelayResult<Changes> changes(Shown shown, int from) throws IOException {
    return honest.changes(shown, from);
  }

  @Override
  public RelayResult<Preview> preview(Shown shown, Bytes password) throws IOException {
    return honest.preview(shown, password);
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account, Bytes token) throws IOException {
    return honest.bundles(account, token);
  }
}
