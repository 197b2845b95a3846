/// All routes of the server, one area after the other.
enum Routes {
    static let all: [Route] =
        ServiceRoutes.all + AssetRoutes.all + APIRoutes.all + AboutRoutes.all + PreferenceRoutes.all
        + SignInRoutes.all + FirstRunRoutes.all + JoinRoutes.all + HomeRoutes.all + AccountRoutes.all
        + TokenRoutes.all + SelfAPIRoutes.all + PeopleRoutes.all + InvitationRoutes.all + PeopleAPIRoutes.all
        + OrganisationRoutes.all + AuditRoutes.all + ExerciseEventRoutes.all + PracticeRoutes.all + DeskRoutes.all
        + ExerciseRoutes.all + ExerciseTeamRoutes.all + InstructorRoutes.all + DirectionRoutes.all + ProjectorRoutes.all
        + ReviewRoutes.all + ExerciseAPIRoutes.all + DirectionAPIRoutes.all + JournalAPIRoutes.all
}
