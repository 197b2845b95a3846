import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// Making and taking back invitations.
enum InvitationRoutes {
    private static let day: Int64 = 86_400_000
    private static let fields = ["uses", "days", "role"]
    private static let issued = Schema.named(
        "IssuedInvitation",
        .object([
            .required("secret", .string("For the link /join/SECRET; shown only this once")),
            .required("invitation", Records.invitation),
        ]))

    static let all: [Route] = [
        .page("/people/invitations", .managePeople, Texts.People.invite) { try await page($0, .empty, made: nil) },
        .action("/people/invitations", .managePeople, Texts.People.invite) { request in
            try await request.attempt({ try await page($0, $1, made: nil) }) {
                guard let uses = Int(request.form.text("uses")), let days = Int64(request.form.text("days")),
                    (1...365).contains(days)
                else { throw Problem.invalid(Texts.API.wholeNumber(1...365), field: "days") }
                let issued = try await request.site.ground.createInvitation(
                    NewInvitation(
                        role: try request.roleInReach(request.form["role"]),
                        organisation: try request.organisation(asked: Int64(request.form.text("organisation"))),
                        uses: uses, expires: request.site.now() + days * day),
                    by: request.requester)
                return try await page(request, .empty, made: issued)
            }
        },
        .action("/people/invitations/{invitation}/revoke", .managePeople, Texts.People.revoke) { request in
            let organisation = try request.organisation(asked: Int64(request.form.text("organisation")))
            try await request.site.ground.revokeInvitation(
                try request.number("invitation"), organisation: organisation, by: request.requester)
            return request.done(.invitationRevoked, to: "/people/invitations")
        },
        .api(
            .get, "/invitations", .managePeople, Texts.People.invitations, query: [organisationQuery],
            answers: [.ok(Texts.People.invitations, .array(of: Records.invitation))]
        ) { request in
            let organisation = try request.organisation(asked: try request.query("organisation", in: 0...Int64.max))
            let all = try await request.site.ground.invitations(organisation: organisation)
            return .json { json in json.array { json in for one in all { one.write(to: &json) } } }
        },
        .api(
            .post, "/invitations", .managePeople, Texts.People.invite,
            body: .object([
                .required("role", Records.role), .required("expires", .integer("Milliseconds since 1970")),
                .optional("uses", .integer("", 1...Int64(GroundLimits.invitationUses))),
                .optional("organisation", .integer().orNull),
            ]),
            answers: [.created(Texts.People.linkTitle, issued)]
        ) { request in
            let json = request.json
            let issued = try await request.site.ground.createInvitation(
                NewInvitation(
                    role: try request.roleInReach(try json.required("role").string()),
                    organisation: try request.organisation(asked: try json.optionalInteger("organisation")),
                    uses: Int(try json.optionalInteger("uses") ?? 1), expires: try json.required("expires").integer()),
                by: request.requester)
            return .json(status: .created) { json in
                json.object { json in
                    json.member("secret", issued.secret)
                    json.key("invitation")
                    issued.invitation.write(to: &json)
                }
            }
        },
        .api(
            .delete, "/invitations/{invitation}", .managePeople, Texts.People.revoke,
            parameters: [Records.number("invitation")], query: [organisationQuery],
            answers: [.nothing(Notice.invitationRevoked.text)]
        ) { request in
            let organisation = try request.organisation(asked: try request.query("organisation", in: 0...Int64.max))
            try await request.site.ground.revokeInvitation(
                try request.number("invitation"), organisation: organisation, by: request.requester)
            return .nothing
        },
    ]

    /// The organisation that is meant; one's own where it is left out.
    static let organisationQuery = Route.Parameter(
        name: "organisation", summary: Texts.People.organisation, schema: .integer("", 0...Int64.max))

    private static func page(
        _ request: WebRequest, _ state: FormState, made: IssuedInvitation?
    ) async throws -> Response {
        let ground = request.site.ground
        let own = try request.account.organisation
        let all = try await ground.organisations()
        let mine = request.organisationInReach == nil ? all : all.filter { $0.id == own }
        var open: [Invitation] = []
        for organisation in mine { open += try await ground.invitations(organisation: organisation.id) }
        let names = try await PeopleRoutes.organisationNames(ground)
        var frame = PageFrame(Texts.People.invite, place: .people)
        frame.parent = (Texts.People.title, "/people")
        return request.page(frame, status: state.status) { page in
            page.element("p", ["class": "lead"], Texts.People.inviteLead)
            if let made {
                page.card(Texts.People.linkTitle, id: "made") { page in
                    page.copyable(request.link("/join/\(made.secret)"), label: Texts.People.linkOnce, id: "link")
                }
            }
            page.card(Texts.People.makeLink, id: "new") { page in
                creation(mine, own, state, request, &page)
            }
            list(open, names, request, &page)
        }
    }

    private static func creation(
        _ organisations: [Organisation], _ own: Int64, _ state: FormState, _ request: WebRequest,
        _ page: inout Markup
    ) {
        page.form(request, action: "/people/invitations") { page in
            page.formError(state.error(besides: fields))
            page.element("div", ["class": "fields"]) { page in
                page.select(
                    "role", Texts.People.role, request.rolesInReach.map { ($0.rawValue, $0.title) },
                    chosen: state.values["role"] ?? Role.participant.rawValue)
                if organisations.count > 1 {
                    page.select(
                        "organisation", Texts.People.organisation,
                        organisations.map { (String($0.id), LocalizedText($0.name)) },
                        chosen: state.values["organisation"] ?? String(own))
                }
                for (name, label, value) in [("uses", Texts.People.uses, "30"), ("days", Texts.People.days, "7")] {
                    var field = Field(name, label, type: "number")
                    field.value = state.values[name] ?? value
                    field.error = state.error(of: name)
                    page.field(field)
                }
            }
            page.buttons(Texts.People.makeLink)
        }
    }

    private static func list(
        _ open: [Invitation], _ names: [Int64: String], _ request: WebRequest, _ page: inout Markup
    ) {
        if open.isEmpty {
            page.element("p", ["class": "muted"], Texts.People.noInvitations)
            return
        }
        page.table(
            id: "invitations", caption: Texts.People.invitations,
            columns: [
                Column(Texts.People.role), Column(Texts.People.organisation),
                Column(Texts.People.usesLeft, isNumber: true), Column(Texts.People.expires),
                Column(Texts.People.revoke),
            ],
            rows: open.map { invitation in
                [
                    .text(invitation.role.title), .plain(names[invitation.organisation] ?? ""),
                    .plain(String(invitation.usesLeft)), .moment(invitation.expires),
                    .drawn { page in
                        page.form(request, action: "/people/invitations/\(invitation.id)/revoke") { page in
                            page.empty(
                                "input",
                                [
                                    "type": "hidden", "name": "organisation",
                                    "value": String(invitation.organisation),
                                ])
                            page.element("button", ["class": "danger small"], Texts.People.revoke)
                        }
                    },
                ]
            })
    }
}
