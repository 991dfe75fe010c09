package org.juntos.crypto.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.ChangeProof;
import org.juntos.content.GroupAttributes;
import org.juntos.crypto.group.ChangeCheck.Checked;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.GroupChange;

final class ChainTest {
  private static final GroupAttributes CHOIR = new GroupAttributes("Choir", "", Bytes.EMPTY);

  private final GroupSecrets group = GroupSecrets.make(new SecureRandom());
  private final Person ana = new Person("Ana");
  private final Person ben = new Person("Ben");
  private final Person carla = new Person("Carla");

  @BeforeEach
  void all_know_each_other() {
    ana.meet(ben, carla);
    ben.meet(ana, carla);
    carla.meet(ana, ben);
  }

  private ChangeMaker.Made created() throws ChangeMaker.RefusedException {
    return ana.make(group, null, new GroupDeed.Create(CHOIR, List.of(ben.account)));
  }

  private static Checked.Holds holds(Checked checked) {
    return assertInstanceOf(Checked.Holds.class, checked);
  }

  @Test
  void what_a_member_made_holds_for_the_others() throws ChangeMaker.RefusedException {
    var created = created();
    var checked = holds(ben.check(group).check(null, created.change()));
    assertEquals(created.after(), checked.after());
    assertEquals(ana.account, checked.actor());
    assertEquals("Choir", checked.after().attributes().name());
    assertTrue(Objects.requireNonNull(checked.after().member(ana.account)).admin());
    assertTrue(checked.after().mayPost(ben.account));
    assertFalse(checked.after().mayPost(carla.account));
  }

  @Test
  void every_step_follows_the_one_before() throws ChangeMaker.RefusedException {
    var first = created();
    var added = ben.make(group, first.after(), new GroupDeed.Add(carla.account));
    var removed = ana.make(group, added.after(), new GroupDeed.Remove(ben.account));
    var check = carla.check(group);
    var after = holds(check.check(null, first.change())).after();
    after = holds(check.check(after, added.change())).after();
    assertEquals(
        List.of(new GroupDeed.Add(carla.account)),
        holds(check.check(first.after(), added.change())).deeds());
    after = holds(check.check(after, removed.change())).after();
    assertEquals(removed.after(), after);
    assertNull(after.member(ben.account));
  }

  @Test
  void a_step_that_is_left_out_repeated_or_turned_is_seen() throws ChangeMaker.RefusedException {
    var first = created();
    var added = ben.make(group, first.after(), new GroupDeed.Add(carla.account));
    var removed = ana.make(group, added.after(), new GroupDeed.Remove(ben.account));
    var check = carla.check(group);
    assertInstanceOf(Checked.Broken.class, check.check(first.after(), removed.change()));
    assertInstanceOf(Checked.Broken.class, check.check(added.after(), added.change()));
    assertInstanceOf(Checked.Broken.class, check.check(removed.after(), removed.change()));
    assertInstanceOf(Checked.Broken.class, check.check(null, added.change()));
  }

  @Test
  void two_changes_of_one_revision_lead_to_different_heads() throws ChangeMaker.RefusedException {
    var first = created();
    var one = ana.make(group, first.after(), new GroupDeed.Add(carla.account));
    var other = ana.make(group, first.after(), new GroupDeed.Remove(ben.account));
    assertEquals(one.after().revision(), other.after().revision());
    assertNotEquals(one.after().head(), other.after().head());
    assertInstanceOf(Checked.Broken.class, ana.check(group).check(one.after(), other.change()));
  }

  @Test
  void who_holds_the_key_and_is_no_member_can_change_nothing() throws ChangeMaker.RefusedException {
    var first = created();
    var refused =
        assertThrows(
            ChangeMaker.RefusedException.class,
            () -> carla.make(group, first.after(), new GroupDeed.Add(carla.account)));
    assertFalse(refused.code().isEmpty());
  }

  @Test
  void a_change_in_the_name_of_a_member_is_not_believed() throws ChangeMaker.RefusedException {
    var first = created();
    var ghost =
        carla
            .makerAs(ana, group)
            .make(first.after(), List.of(new GroupDeed.Add(carla.account)), List.of());
    var checked = ben.check(group).check(first.after(), ghost.change());
    assertEquals(new Checked.Broken("change 1 is not signed by its actor"), checked);
  }

  @Test
  void a_change_under_another_key_than_that_of_its_actor_is_not_believed()
      throws ChangeMaker.RefusedException {
    var first = created();
    var maker = carla.makerUnderOwnKey(ana, group);
    var ghost = maker.make(first.after(), List.of(new GroupDeed.Add(carla.account)), List.of());
    assertEquals(
        new Checked.Broken("change 1 is not signed by its actor"),
        ben.check(group).check(first.after(), ghost.change()));
    var removed = maker.make(first.after(), List.of(new GroupDeed.Remove(ben.account)), List.of());
    assertNull(ben.check(group).removal(removed.change(), ben.account, 0));
  }

  @Test
  void a_proof_that_names_another_than_the_actor_proves_nothing() throws Exception {
    var first = created();
    var removed = ana.make(group, first.after(), new GroupDeed.Remove(ben.account));
    var check = ben.check(group);
    assertEquals(
        new Checked.Broken("change 0 has no proof"), check.check(null, provedBy(carla, first)));
    assertNull(check.removal(provedBy(carla, removed), ben.account, 0));
  }

  /// The same change and signature, said to be of somebody else.
  private Bytes provedBy(Person other, ChangeMaker.Made made) throws Exception {
    var change = GroupChange.parseFrom(made.change().toArray());
    var opened = group.open(Bytes.of(change.getProof().toByteArray()));
    var proof = ChangeProof.read(Objects.requireNonNull(opened));
    var turned =
        new ChangeProof(other.account, proof.identityKey(), proof.signature(), proof.people());
    var sealed = group.seal(turned.bytes(), new SecureRandom());
    return Bytes.of(
        change.toBuilder().setProof(ByteString.copyFrom(sealed.toArray())).build().toByteArray());
  }

  @Test
  void a_change_by_somebody_whose_key_is_not_known_waits_for_it()
      throws ChangeMaker.RefusedException {
    var first = created();
    ben.forget(ana);
    assertEquals(
        new Checked.UnknownKey(ana.account, ana.described().identityKey()),
        ben.check(group).check(null, first.change()));
  }

  @Test
  void no_bit_of_a_change_can_be_turned() throws ChangeMaker.RefusedException {
    var first = created();
    var bytes = first.change().toArray();
    var check = ben.check(group);
    for (int i = 0; i < bytes.length; i += 3) {
      var turned = bytes.clone();
      turned[i] ^= 1;
      assertFalse(check.check(null, Bytes.of(turned)) instanceof Checked.Holds, "byte " + i);
    }
  }

  @Test
  void who_comes_in_is_named_and_signed() throws ChangeMaker.RefusedException {
    var first = created();
    var people = List.of(carla.described());
    var added =
        ana.maker(group).make(first.after(), List.of(new GroupDeed.Add(carla.account)), people);
    assertEquals(people, holds(ben.check(group).check(first.after(), added.change())).people());
  }

  @Test
  void who_is_added_starts_from_the_state_of_their_change() throws ChangeMaker.RefusedException {
    var first = created();
    var added = ana.make(group, first.after(), new GroupDeed.Add(carla.account));
    var check = carla.check(group);
    assertEquals(added.after(), check.introduced(added.change(), added.after().state()));
    assertEquals(added.after().head(), ChangeCheck.hash(added.change()));
    assertNull(check.introduced(added.change(), first.after().state()));
    assertNull(check.introduced(first.change(), added.after().state()));
  }

  @Test
  void who_is_removed_believes_only_a_signed_farewell()
      throws ChangeMaker.RefusedException, InvalidProtocolBufferException {
    var first = created();
    var removed = ana.make(group, first.after(), new GroupDeed.Remove(ben.account));
    var check = ben.check(group);
    assertEquals(
        new ChangeCheck.Removal(ana.account, 1, removed.after().head()),
        check.removal(removed.change(), ben.account, 0));
    assertNull(check.removal(removed.change(), carla.account, 0));
    assertNull(check.removal(removed.change(), ben.account, 1));
    var unsigned =
        GroupChange.parseFrom(removed.change().toArray()).toBuilder().setRevision(7).build();
    assertNull(check.removal(Bytes.of(unsigned.toByteArray()), ben.account, 0));
  }

  @Test
  void another_group_reads_nothing_of_it() throws ChangeMaker.RefusedException {
    var first = created();
    var other = GroupSecrets.make(new SecureRandom());
    assertFalse(ben.check(other).check(null, first.change()) instanceof Checked.Holds);
    assertNull(GroupFacts.read(other, first.after().head(), first.after().state()));
    assertNull(other.open(group.seal(new byte[] {1}, new SecureRandom())));
    assertNull(other.account(group.member(ben.account)));
    assertEquals(group.conversation(), GroupSecrets.of(group.key()).conversation());
  }
}
