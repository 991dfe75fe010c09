package org.juntos.crypto.session;

import org.juntos.wire.Bytes;

/// Who belongs to an account, as `SignedDeviceList` of the contract has it.
///
/// @param list serialized `DeviceList`
/// @param signature XEdDSA by the identity key over "juntos device list v1" and `list`
public record SignedList(Bytes list, Bytes signature) {}
