/// Tickets in the Security log.
extension WindowsFace {
    /// Whom a ticket is for. It is an account: a service's name stands for the computer that offers it.
    var serviceAccount: String {
        guard case .ticket(let activity, _) = shape.kind else { return shape[.service] }
        let service = shape[.service]
        switch activity {
        case 4: return service.firstIndex(of: "/").map { service[service.index(after: $0)...] + "$" } ?? service
        case 3: return service.isEmpty ? "-" : service
        default: return "krbtgt/%domain&"
        }
    }

    /// The event of a ticket: of the domain (`activity` 3), of a service (4), or refused before.
    func ticket(_ activity: Int, _ success: Bool) -> WindowsEvent {
        let address: Fields = [("IpAddress", .text("::ffff:%sourceAddress&")), ("IpPort", .text("%ephemeral 1&"))]
        switch activity {
        case 4:
            return audit(
                14337, success: success,
                [
                    ("TargetUserName", .text("%userName&@%dnsDomain&")), ("TargetDomainName", .text("%dnsDomain&")),
                    ("ServiceName", .text(serviceAccount)),
                    ("ServiceSid", .text("S-1-5-21-1004336348-1177238915-%number 1100 4000 8&")),
                    ("TicketOptions", text(.options)), ("TicketEncryptionType", text(.cipher)),
                ] + address + [
                    ("Status", text(.status)), ("LogonGuid", .guid(9)), ("TransmittedServices", .text("-")),
                ])
        case 3:
            return audit(
                14339, success: success,
                [
                    ("TargetUserName", .text("%userName&")), ("TargetDomainName", .text("%domain&")),
                    ("TargetSid", .text("%userSID&")), ("ServiceName", .text(serviceAccount)),
                    ("ServiceSid", .text("S-1-5-21-1004336348-1177238915-502")), ("TicketOptions", text(.options)),
                    ("Status", text(.status)), ("TicketEncryptionType", text(.cipher)), ("PreAuthType", .text("2")),
                ] + address + [
                    ("CertIssuerName", .text("")), ("CertSerialNumber", .text("")), ("CertThumbprint", .text("")),
                ])
        default:
            return audit(
                14339, success: false,
                [
                    ("TargetUserName", .text("%userName&")), ("TargetSid", .text("%userSID&")),
                    ("ServiceName", .text(serviceAccount)), ("TicketOptions", text(.options)),
                    ("Status", text(.status)), ("PreAuthType", .text("2")),
                ] + address)
        }
    }
}
