/// All routes of the server, one area after the other.
enum Routes {
    static let all: [Route] =
        ServiceRoutes.all + AssetRoutes.all + APIRoutes.all + AboutRoutes.all + PreferenceRoutes.all
}
