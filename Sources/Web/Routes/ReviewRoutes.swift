import Exercise
import Ground
import Hummingbird
import Kernel
import Markup
import Scenario

/// Looking back at closed exercises.
enum ReviewRoutes {
    private static let path = [ExerciseRecords.parameter]
    private static let teamPath = [ExerciseRecords.parameter, Records.number("team")]

    static let all: [Route] = [
        .page("/exercises/{exercise}/review", .review, Texts.Review.compare) { request in
            try await ComparisonPage.response(request)
        },
        .page("/exercises/{exercise}/teams/{team}/review", .review, Texts.Review.title) { request in
            try await TeamReviewPage(request).response()
        },
        .fragment("/exercises/{exercise}/teams/{team}/review/{part}", .review, Texts.Review.title) { request in
            let page = try await TeamReviewPage(request)
            guard let part = ReviewPart(rawValue: try request.parameter("part")) else { throw Problem.notFound }
            return request.fragment { page.write(part, to: &$0) }
        },
        .api(
            .get, "/exercises/{exercise}/review", .review, Texts.Review.compare, parameters: path,
            answers: [.ok(Texts.Review.compare, .any("teams, each beside nobody and the standard playbook"))]
        ) { request in
            let comparison = try await ComparisonPage.comparison(try await request.visibleExercise())
            return .json { comparison.write(to: &$0) }
        },
        .api(
            .get, "/exercises/{exercise}/teams/{team}/review", .review, Texts.Review.title, parameters: teamPath,
            answers: [.ok(Texts.Review.title, .any("progress, team, score, timeline, decisions, missed moments"))]
        ) { request in
            let page = try await TeamReviewPage(request)
            return .json { page.write(to: &$0) }
        },
    ]
}
