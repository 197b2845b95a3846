import Kernel
import NetworkWorld

/// Device objects and endpoints: looked up, or made and kept.
extension LineWriter {
    /// `{"hostname":"`: where names begin in their objects.
    private static var hostOpening: StaticString { "{\"hostname\":\"" }

    @inline(__always)
    mutating func putDevice(_ host: Int32) {
        if host < 0 {
            putText("{\"type_id\":0,")
            putEndpoint(host)
            putText("}")
            return
        }
        let slot = hostSlot(host)
        out.put(hosts.bytes + slot * WriterMemory.Cache.stride, Int(hosts.slots[slot].end))
    }

    @inline(__always)
    mutating func putEndpoint(_ place: Int32) {
        if place < 0 {
            // What has no name of its own goes by its address.
            putText("\"name\":\"")
            putName(place)
            putText("\",\"ip\":\"")
            putName(place)
            putText("\"")
            return
        }
        let slot = hostSlot(place)
        out.put(hosts.bytes + slot * WriterMemory.Cache.stride + 1, Int(hosts.slots[slot].endpointEnd) - 1)
    }

    @inline(__always)
    mutating func putName(_ place: Int32) {
        if place < 0 {
            out.putAddress(place == Place.none ? 0 : outsideAddress(UInt32(bitPattern: -2 &- place)))
            return
        }
        let slot = hostSlot(place)
        let start = Self.hostOpening.utf8CodeUnitCount
        out.put(hosts.bytes + slot * WriterMemory.Cache.stride + start, Int(hosts.slots[slot].nameEnd) - start)
    }

    @inline(__always)
    mutating func putNetwork(_ host: Int32) {
        putFragment(tables.networks[host < 0 ? 0 : group(host).network])
    }

    @inline(__always)
    private mutating func hostSlot(_ host: Int32) -> Int {
        let slot = Int(host & hosts.mask)
        if hosts.slots[slot].member != host { makeHost(host, slot) }
        return slot
    }

    /// The last part of an account's or computer's security identifier.
    mutating func putRelativeID(_ member: GroupFragments.Member, _ index: Int32) {
        let hash = StableHash.combine(member.path, UInt64(bitPattern: Int64(index - member.first)))
        out.putDecimal(hash & 0xF_FFFF &+ 1000)
    }

    /// The name of a group's member.
    mutating func putMemberName(_ member: GroupFragments.Member, _ index: Int32) {
        putFragment(member.name)
        if member.digits > 0 {
            out.putDecimal(UInt64(UInt32(bitPattern: index &- member.first &+ 1)), digits: member.digits)
        }
    }

    private mutating func makeHost(_ host: Int32, _ slot: Int) {
        let line = out
        let start = hosts.bytes + slot * WriterMemory.Cache.stride
        out = start
        let member = group(host)
        putText(Self.hostOpening)
        putMemberName(member, host)
        hosts.slots[slot].nameEnd = UInt16(out - start)
        putText("\",\"ip\":\"")
        out.putAddress(member.address &+ UInt32(bitPattern: host &- member.first))
        putText("\",\"uid\":\"")
        out.putHexadecimal(
            StableHash.combine(member.path, UInt64(bitPattern: Int64(host - member.first))), count: 16)
        putText("\"")
        hosts.slots[slot].endpointEnd = UInt16(out - start)
        // The tail begins with the quote that ended the id.
        out -= 1
        putFragment(member.tail)
        putText("}")
        hosts.slots[slot].end = UInt16(out - start)
        hosts.slots[slot].member = host
        out = line
    }
}
