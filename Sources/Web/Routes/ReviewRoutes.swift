/// Looking back at closed exercises.
enum ReviewRoutes {
    static let all: [Route] = []
}
