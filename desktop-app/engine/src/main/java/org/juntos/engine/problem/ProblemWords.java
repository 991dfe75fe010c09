package org.juntos.engine.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.juntos.engine.problem.Problems.Words;

/// The words of every problem: `code | sentence | next step`, a line each.
final class ProblemWords {
  private static final String RELAY =
      """
      offline | The relay cannot be reached. | Check the network and the relay's address, then try again.
      version-unsupported | The relay did not understand this version of Juntos. | Update Juntos or the relay.
      malformed | The relay did not understand this version of Juntos. | Update Juntos or the relay.
      phone-number-invalid | This is not a phone number that can receive a code. | Enter it with its country code, for instance +49 151 2345678.
      email-invalid | This is not an e-mail address that can receive a code. | Check it and enter it again.
      code-kind-off | This relay does not send codes to addresses of this kind. | Ask the relay's admin how to register.
      country-not-served | This relay sends no codes to numbers of this country. | Use another number, or ask the relay's admin.
      number-type-refused | This relay sends no codes to numbers of this type. | Enter the number of a mobile phone.
      codes-paused | The relay has paused codes to addresses like this one. | Try again later.
      code-not-sent | The code could not be sent. | Try again in a while.
      code-wrong | The code is not right. | Check the code and enter it again.
      code-expired | The code is no longer valid. | Ask for a new code.
      code-service-silent | The server that sent this code does not answer. | Ask for a new code; another server will send it.
      invite-invalid | This invite is not valid, or it is over. | Ask the relay's admin for another one.
      login-wrong | The user name or the password is wrong. | Enter them again, or ask the relay's admin.
      openid-refused | The identity provider did not confirm who you are. | Sign in again.
      openid-unavailable | The identity provider does not answer. | Try again in a while.
      key-invalid | The relay refused the keys of this device. | Start the registration again.
      unauthorized | The relay does not know this device any more. | Register again.
      admission-invalid | The registration took too long. | Start the registration again.
      registration-locked | This number or address belongs to an account that is locked with a PIN. | Give that account's registration PIN, or wait until its lock ends.
      user-name-taken | Somebody else has this user name. | Choose another one.
      user-name-invalid | This is not a user name. | Take 3 to 32 letters, digits or _ that do not begin with a digit, then a dot and two or more digits if you like.
      forbidden | The relay does not allow this. |
      not-found | The relay has nothing of that name. |
      method-not-allowed | The relay did not understand this version of Juntos. | Update Juntos or the relay.
      conflict | The relay has something else in that place. | Try again.
      too-large | This is larger than the relay takes. | Send something smaller.
      work-needed | The relay is under heavy load and asks for more work than is reasonable. | Try again in a while.
      rate-limited | That was too often. | Try again in a while.
      asked-too-often | You have written too often today to people who have not accepted you yet. | Try again later, or wait until they have.
      access-denied | This person's relay did not let the message in. | Try again.
      unavailable | The relay is overloaded. | Try again in a while.
      internal | The relay has a fault. | Try again; if it stays, tell the relay's admin the request id.
      push-invalid | This address cannot be used to wake a device. | Check it and its keys, and that the relay offers this way.
      push-off | This relay does not wake devices. | Ask the relay's admin.
      held-unsigned | The answer is not signed by this account's relay. | Do not trust it; tell the relay's admin.
      relay-untrusted | Whoever answered is not the relay of the invite link. | Do not go on; ask the person who gave you the link.
      """;

  private static final String PROFILE =
      """
      relay-invalid | This is not the address of a relay. | Enter an address such as relay.example.org, or an invite link.
      way-off | This relay does not let people in that way. | Choose another way, or ask the relay's admin.
      invite-needed | The invite is missing. | Paste the whole link that you were given.
      link-code-invalid | This is not a link code. | Copy all of the text that the new device shows.
      link-code-other-relay | The new device uses another relay. | Give the new device the address of this account's relay.
      link-code-expired | This code is over. | Make a new one on the new device.
      link-code-used | This code was used already. | Make a new one on the new device.
      link-refused | What came for this device is not for it, or was changed on its way. | Make a new code and try again.
      link-over | The link took too long, or was used already. | Make a new code and try again.
      too-many-devices | The account has as many devices as it may have. | Take one off first.
      device-unknown | The account has no such device. | Look at the list again.
      device-last | This is the only device of the account. | Delete the account instead.
      devices-unsigned | The relay gave a list of this account's devices that was not signed by it. | Nothing was changed; tell the relay's admin.
      not-registered | There is no account in this profile yet. | Register first.
      already-registered | This profile has an account already. | Use another profile for another account.
      no-registration | No registration is under way. | Start with the relay.
      code-not-confirmed | The code has not been confirmed yet. | Enter the code first.
      number-needed | The phone number or e-mail address is not kept between starts. | Start again with the relay and the number or address.
      resend-too-early | Another code cannot be sent yet. | Wait a moment, then ask again.
      name-invalid | A name has 1 to 64 visible characters. | Enter another name.
      device-name-invalid | A device has a name of 1 to 64 visible characters. | Enter another name.
      about-invalid | A text about yourself has at most 140 characters. | Make it shorter.
      picture-invalid | This is not a picture that can be shown here. | Choose a JPEG, PNG, WebP, GIF or BMP file.
      pin-invalid | A registration PIN has 4 to 20 digits or letters. | Type it again, without spaces and signs.
      pin-wrong | The registration PIN is not right. | Check it and give it again.
      pin-tries-over | There were too many wrong registration PINs. | Wait until the lock ends, or use another number or address.
      no-change | No change of number or address is under way. | Start with the new one.
      passphrase-empty | A passphrase cannot be empty. | Enter a passphrase.
      passphrase-wrong | The passphrase is not right. | Enter it again.
      keyring-unavailable | The keyring of the operating system does not answer. | Use a passphrase.
      locked | The profile is locked. | Unlock it first.
      not-locked | The profile is open already. |
      in-use | Another Juntos uses this profile. | Close it first.
      damaged | The profile's database is damaged. | Put back a snapshot.
      snapshot-unusable | This snapshot cannot be put back. | Choose another one.
      profile-unwritable | The profile folder cannot be written. | Check its permissions and the free space.
      deregistered | This account is registered on another device now. | Register again to use it here.
      too-new | A newer Juntos has written this profile. | Update Juntos.
      disk-full | The disk is full. | Free some space; nothing is lost.
      fault | Juntos has met a fault of its own. | If it stays, restart Juntos and report it.
      closed | The engine is closed. |
      """;

  private static final String PEOPLE =
      """
      link-invalid | This is not a contact link. | Copy the whole link and paste it again.
      user-name-unknown | Nobody at this relay has this user name. | Check it, or ask for a contact link.
      own-user-name | This is your own user name. | Give it to others, and add theirs.
      number-unknown | Nobody at this relay lets themselves be found by this number. | Check it, or ask for a contact link or user name.
      number-invalid | This is not a phone number with its country code. | Enter it in full, for instance +351 912 345 678.
      number-not-own | This is not the number of this account. | Enter the one that it was registered with.
      own-number | This is your own number. | Give it to others, and add theirs.
      numbers-spent | You have looked for as many numbers as the relay allows for now. | Try again later, or ask for a contact link or user name.
      discovery-off | Nobody is found by phone number at this relay. | Ask for a contact link or user name.
      discovery-false | What the relay says about this number contradicts itself. | Nobody was added; ask the person for a contact link, and tell the relay's admin.
      own-link | This is your own contact link. | Give it to others, and add theirs.
      other-relay | This person uses another relay. | Ask for a link of an account at your relay.
      account-deleted | The relay says that this account is deleted. | What was said stays. Check again if you know better.
      account-unknown | The relay knows no account of this link. | Ask for a new link.
      link-mismatch | The relay gave a different key than the one in the link. | Ask the person for a new link, over a way that you trust.
      device-list-invalid | The relay gave a list of this person's devices that they did not sign. | Nothing is sent to them until that is resolved: check again, and ask them over another way.
      device-list-old | The relay gave an older list of this person's devices than before. | Nothing is sent to them until that is resolved: check again, and ask them over another way.
      device-list-changed | The relay gave two different lists of this person's devices. | Nothing is sent to them until that is resolved: check again, and ask them over another way.
      device-unlisted | The relay added a device to this person that they did not sign. | Nothing is sent to them until that is resolved: check again, and ask them over another way.
      device-unlisted-sender | A device that this person did not sign wrote in their name. | Ask them over another way; then check again, or go on without that device.
      devices-undoubted | Nothing is wrong with this person's devices. |
      bundle-invalid | The keys of this person cannot be used. | Try again later.
      contact-unknown | There is no such contact. | Add the person with their contact link.
      contact-asking | This person has asked to be your contact. | Accept or block the request first.
      contact-not-asking | There is no request of this person to accept. |
      contact-blocked | You have blocked this person. | Unblock them first.
      contact-removed | This person is not your contact any more. | Ask them to be your contact again first.
      contact-not-blocked | This person is not blocked. |
      no-cards | There are no vCards in this file. | Export the contacts again as a vCard file (.vcf).
      cards-too-large | This file is larger than 64 MB. | Export the contacts without photos, or in parts.
      address-book-full | The address book holds at most 10,000 entries. | Remove some first.
      address-unknown | There is no such entry in the address book. | Look at the list again.
      report-not-sent | The person is blocked, but the report did not reach the relay. | Report again when the relay can be reached.
      safety-number-differs | This is not the safety number that you have with this person. | Nothing is verified. Compare again, in person or on a call: somebody may sit between you.
      safety-number-incomplete | A safety number has 60 digits. | Type or paste all of them.
      safety-number-unknown | This person's key is not known yet. | Exchange a first message with them.
      safety-code-invalid | This is not the code of a safety number. | Scan the code that the contact's page shows on their device.
      picture-without-code | There is no QR code in this picture that can be read. | Take another one: sharp, straight, and with the whole code.
      picture-unreadable | This is no picture that can be read. | Choose a PNG, JPEG, WebP, GIF or BMP file.
      picture-not-read | Looking for a code took too long. | Try again with a smaller picture.
      code-too-long | This text is too long for a QR code. | Copy it as text.
      identity-unchanged | There is no new key of this person to accept. |
      identity-unproved | The key that you verified has not shown itself again. | Wait for a message of theirs, or compare safety numbers.
      identity-changed | This person's key has changed. | Compare safety numbers, then try again.
      """;

  private static final String MESSAGES =
      """
      conversation-unknown | There is no such conversation. | Open it from the list.
      conversation-not-pinned | This conversation is not pinned. | Pin it first.
      folder-unknown | There is no such folder. | Make it first.
      folder-exists | There is a folder of this name. | Choose another name.
      folder-name-invalid | A folder has a name of 1 to 64 visible characters. | Enter another name.
      too-many-folders | There are 32 folders, and not more. | Remove one first.
      message-unknown | There is no such message. |
      timer-invalid | Messages vanish after 1 second to 366 days, or never. | Choose another time.
      message-empty | A message needs a text or a file. | Write something first.
      marks-invalid | The marks of this text do not fit it. | Write it anew.
      link-previews-off | Previews of links are off. | Turn them on in the settings; a page then learns the network address of this device.
      no-web-address | This is no address of a page. | Give an address that begins with http:// or https://.
      link-not-previewed | This page says nothing that could be shown. | Send the link without a preview.
      mention-unknown | Somebody who is named is not in this conversation. | Take the name out, or write it without @.
      message-too-long | This text is longer than a message can be. | Split it, or send it as a file.
      message-not-failed | This message does not wait to be sent. |
      message-on-its-way | This message may have left already. | It cannot be taken back any more.
      message-deleted | This message was deleted. |
      message-not-yours | Only who wrote a message can change it for others. | Delete it for yourself.
      message-too-old | A message can be edited, and deleted for everyone, for 24 hours. | Delete it for yourself, or write another one.
      edited-too-often | This message was edited 100 times. | Write another one.
      not-an-emoji | A reaction is one emoji. | Choose one.
      mailbox-full | Their mailbox is full. | Juntos tries again until there is room.
      messages-unopened | Some messages could not be opened. | Try again; if it stays, report it.
      too-many-files | A message carries at most 32 files. | Send them in several messages.
      refused | The relay refused this message. | Try again, or send it in another form.
      cancelled | This was taken back. |
      attachment-unknown | There is no such attachment. |
      attachment-not-here | This file has not been downloaded. | Download it first.
      attachment-not-offered | This file cannot be downloaded now. |
      attachment-finished | This transfer is over. |
      attachment-tampered | This file was changed on its way and has been discarded. | Ask the sender to send it again.
      attachment-gone | The relay does not have this file any more. | Ask the sender to send it again.
      file-unreadable | The file cannot be read. | Check that it exists and may be read.
      file-damaged | The file is damaged, so its hidden data cannot be removed. | Repair it or send another one.
      file-too-many-pixels | The picture is too large to be processed. | Make it smaller first.
      file-not-deleted | A file of a deleted message could not be deleted. | It cannot be read any more, and goes when Juntos starts again.
      file-timed-out | Preparing the file took too long. | Try again, or send it in original quality.
      sticker-unknown | There is no such sticker. | Look at the packs that you have.
      sticker-not-edited | A sticker cannot be edited. | Delete it, or send another one.
      sticker-pack-unknown | You do not have this pack of stickers. | Look at the packs that you have.
      sticker-pack-nowhere | Whoever sent this sticker has not shared its pack. | Ask them to send another one of it.
      sticker-pack-gone | The relay does not have this pack of stickers any more. | Ask whoever has it to send a sticker of it again.
      sticker-pack-tampered | This pack of stickers was changed on its way and has been discarded. | Ask for another sticker of it.
      sticker-pack-size | A pack has 1 to 50 stickers. | Choose as many pictures.
      sticker-packs-many | There are 200 packs of stickers, and not more. | Remove one first.
      sticker-label-long | What a sticker shows is said in 128 bytes at most. | Use fewer words.
      sticker-title-invalid | A pack has a title of 1 to 128 bytes. | Enter another title.
      voice-too-long | A voice message has one hour at most. | Send it in parts, or as a file.
      voice-begun | A voice message was begun in this conversation already. | Send or discard it first.
      voice-unknown | There is no recording in this conversation. | Record one first.
      file-not-prepared | The file could not be prepared. | Try again, or send it in original quality.
      file-too-large | The file is larger than the relay takes. | Send a smaller one.
      recipients-none | Choose 1 to 100 conversations. |
      forwarded-too-many | At most 100 messages are forwarded at once. | Choose fewer.
      reply-elsewhere | A reply goes into the conversation of the message that it replies to. | Forward the message instead.
      pin-denied | Only admins may pin messages in this group. |
      too-many-pins | A conversation has at most 50 pinned messages. | Take one off first.
      scheduled-unknown | There is no such scheduled message. | It may have left; look at the conversation.
      scheduled-past | This time is over. | Choose one in the future.
      scheduled-too-far | A message is scheduled for a year ahead at most. | Choose an earlier time.
      scheduled-too-many | There are 1,000 scheduled messages already. | Cancel one first.
      scheduled-late | A scheduled message has left later than it was to, since Juntos was closed then. |
      scheduled-failed | A scheduled message could not leave at its time. | Look at the scheduled messages, which say why.
      schedule-uncertain | This history was put back from a backup: the message may have left already. | Look at the conversation on another device, then send it now or cancel it.
      target-exists | There is a file of this name already. | Choose another name.
      target-unwritable | The file cannot be written there. | Choose another place.
      """;

  private static final String CARDS =
      """
      poll-question-empty | A poll needs a question. | Write one.
      poll-question-too-long | A question has at most 300 characters. | Shorten it.
      poll-options-few | A poll needs at least two options. | Add another one.
      poll-options-many | A poll has at most 12 options. | Leave some out.
      poll-option-empty | An option needs a text. | Write one, or leave the option out.
      poll-option-too-long | An option has at most 100 characters. | Shorten it.
      poll-options-alike | Two options are alike. | Change one of them, or leave it out.
      poll-unknown | This message is no poll. |
      poll-closed | This poll is closed. |
      poll-option-unknown | This poll has no such option. | Choose one of those that it has.
      poll-one-option | In this poll everybody chooses one option. | Choose only one.
      poll-not-yours | Only who made a poll can close it. |
      place-not-understood | This says nowhere. | Give latitude and longitude such as 38.7223, -9.1393, a geo: address or a map link with them in it.
      place-off-the-earth | There is no such place: latitudes end at 90 degrees, longitudes at 180. | Check the numbers, and which of them is first.
      place-link-short | Only the map service knows where a short link leads, and Juntos does not ask it. | Open the link in the browser, and give the address that it leads to.
      place-name-too-long | The name of a place has at most 120 characters. | Shorten it.
      contact-keyless | This person's key is not known yet, so they cannot be handed on. | Exchange a first message with them.
      several-cards | There are several vCards in this file. | Choose a file with the one that you want to send.
      card-unusable | The vCard in this file has no name, number or e-mail address that can be read. | Export the contact again.
      card-not-editable | A poll, a location or a contact cannot be edited. | Delete it, and send another one.
      """;

  private static final String GROUPS =
      """
      groups-off | This relay keeps no groups. | Ask the relay's admin.
      groups-unsigned | The relay's keys for groups are not signed by it. | Do not trust it; tell the relay's admin.
      group-unknown | There is no such group. | Open it from the list.
      group-left | You are not in this group. | Ask somebody who is in it to add you.
      group-name-invalid | A group has a name of 1 to 64 visible characters. | Enter another name.
      group-denied | The relay does not let you into this group, and nobody has signed that you were removed. | Nothing is sent to it until that is resolved: check again, and ask a member over another way.
      group-unsigned | The relay shows changes of this group that no member has made. | Nothing of it was taken over, and nothing is sent to it: check again, and ask a member over another way.
      group-rolled-back | The relay shows an older state of this group than before. | Nothing is sent to it until that is resolved: check again, and ask a member over another way.
      group-forked | Members of this group are shown two different histories of it. | Nothing is sent to it until that is resolved: compare with a member over another way, then check again.
      group-withheld | A member of this group has seen a change that the relay does not show. | Nothing is sent to it until that is resolved: check again, and ask the member over another way.
      group-link-invalid | This link does not lead into a group any more. | Ask for a new one.
      group-revision-stale | Somebody else has changed the group at the same moment. | Try again.
      group-change-invalid | The group cannot be changed like this. | Look at it again, then try again.
      group-full | The group has as many members as it may have. | Take somebody out first.
      group-needs-admin | You are the only admin of this group. | Make somebody else an admin first.
      group-post-denied | Only admins may write to this group. |
      member-unknown | This person is not in the group. | Look at the list of members.
      contact-not-accepted | This person is not your contact yet. | Wait until they have accepted, or give them the group's link.
      """;

  private static final String STATUSES =
      """
      status-empty | A text status needs a text. | Write something first.
      status-text-too-long | This text is longer than a status can be. | Shorten it to 4,096 bytes.
      status-type | A status shows a text, a picture or a video; this file is none of them. | Choose a picture or a video.
      status-dimensions | The picture is too small or too large for a status. | Choose one of 16 to 16,384 pixels on each side.
      status-too-long | A video of a status has at most 60 seconds. | Cut it, or send it as a message.
      status-too-large | This file is larger than a status can be. | Choose one that has at most 64 MB when it is made smaller.
      status-limit | You have posted 100 statuses in 24 hours. | Wait until the first of them is a day old.
      status-audience-empty | Nobody would see this status. | Choose at least one contact.
      status-unknown | There is no such status, or it is over. |
      status-not-here | This status has not been loaded. | Look at it first, while the relay can be reached.
      status-gone | The relay does not have this status any more. |
      status-tampered | This status was changed on its way and has been discarded. | Try again later.
      statuses-off | This relay keeps no statuses. | Ask the relay's admin for a newer one.
      """;

  private static final String FINDING =
      """
      search-empty | There is nothing to look for. | Enter a word, or a filter such as has:image.
      search-person-unknown | Nobody here has the name after from:. | Enter a contact's name, in quotation marks when it has several words, or from:me.
      search-conversation-unknown | No conversation has the name after in:. | Enter the name of a contact or group, in quotation marks when it has several words.
      search-date-invalid | This is not a date. | Write it as 2026-05-31, 2026-05 or 2026.
      search-has-unknown | This cannot be looked for with has:. | Use has:image, has:video, has:audio, has:voice, has:file, has:link, has:poll, has:location or has:contact.
      search-is-unknown | This cannot be looked for with is:. | Use is:starred.
      search-cursor-invalid | This is not a place where a search can go on. | Use the cursor of the page before, or leave it out.
      """;

  private ProblemWords() {}

  static Map<String, Words> all() {
    var words = new LinkedHashMap<String, Words>();
    (RELAY + PROFILE + PEOPLE + MESSAGES + CARDS + GROUPS + STATUSES + FINDING)
        .lines()
        .forEach(line -> add(words, line));
    return Map.copyOf(words);
  }

  private static void add(Map<String, Words> words, String line) {
    var parts = line.split("\\|", -1);
    var previous = words.put(parts[0].strip(), new Words(parts[1].strip(), parts[2].strip()));
    if (previous != null) {
      throw new IllegalStateException("two problems of code " + parts[0].strip());
    }
  }
}
