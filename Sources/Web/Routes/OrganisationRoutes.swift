import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// Organisations.
enum OrganisationRoutes {
    private static let body = Schema.object([.required("name", .string("Its name", 1...GroundLimits.name))])
    private static let many = LocalizedText("Các tổ chức", "The organisations")

    static let all: [Route] = [
        .page("/organisations", .manageOrganisations, Texts.Frame.organisations) { try await page($0, .empty) },
        .action("/organisations", .manageOrganisations, Texts.People.makeOrganisation) { request in
            try await request.attempt(page) {
                _ = try await request.site.ground.createOrganisation(
                    name: request.form.text("name"), by: request.requester)
                return request.done(.organisationMade, to: "/organisations")
            }
        },
        .action("/organisations/{organisation}", .manageOrganisations, Texts.People.rename) { request in
            let id = try request.number("organisation")
            return try await request.attempt(page) {
                _ = try await request.site.ground.renameOrganisation(
                    id, to: request.form.text("name"), by: request.requester)
                return request.done(.saved, to: "/organisations")
            }
        },
        .api(
            .get, "/organisations", .manageOrganisations, many,
            answers: [.ok(many, .array(of: Records.organisation))]
        ) { request in
            let all = try await request.site.ground.organisations()
            return .json { json in json.array { json in for one in all { one.write(to: &json) } } }
        },
        .api(
            .post, "/organisations", .manageOrganisations, Texts.People.makeOrganisation, body: body,
            answers: [.created(LocalizedText("Tổ chức mới", "The new organisation"), Records.organisation)]
        ) { request in
            let organisation = try await request.site.ground.createOrganisation(
                name: try request.json.required("name").string(), by: request.requester)
            return .json(status: .created) { organisation.write(to: &$0) }
        },
        .api(
            .patch, "/organisations/{organisation}", .manageOrganisations, Texts.People.rename,
            parameters: [Records.number("organisation")], body: body,
            answers: [.ok(LocalizedText("Tổ chức", "The organisation"), Records.organisation)]
        ) { request in
            let organisation = try await request.site.ground.renameOrganisation(
                try request.number("organisation"), to: try request.json.required("name").string(),
                by: request.requester)
            return .json { organisation.write(to: &$0) }
        },
    ]

    private static func page(_ request: WebRequest, _ state: FormState) async throws -> Response {
        let all = try await request.site.ground.organisations()
        return request.page(PageFrame(Texts.Frame.organisations, place: .organisations), status: state.status) { page in
            page.formError(state.error(besides: ["name"]))
            page.table(
                id: "organisations", caption: many,
                columns: [Column(Texts.People.name), Column(Texts.People.created), Column(Texts.People.rename)],
                rows: all.map { organisation in
                    [
                        .heading(LocalizedText(organisation.name)), .moment(organisation.created),
                        .drawn { renaming(organisation, request, &$0) },
                    ]
                })
            page.card(Texts.People.makeOrganisation, id: "new") { page in
                page.form(request, action: "/organisations") { page in
                    var name = Field("name", Texts.People.name)
                    name.value = state.values.text("name")
                    name.error = state.error(of: "name")
                    name.most = GroundLimits.name
                    page.field(name)
                    page.buttons(Texts.create)
                }
            }
        }
    }

    private static func renaming(_ organisation: Organisation, _ request: WebRequest, _ page: inout Markup) {
        page.form(request, action: "/organisations/\(organisation.id)", class: "inline") { page in
            page.empty(
                "input",
                [
                    "name": "name", "value": organisation.name, "required": "", "maxlength": String(GroundLimits.name),
                    "aria-label": page.words(Texts.People.name),
                ])
            page.element("button", ["class": "small"], Texts.People.rename)
        }
    }
}
