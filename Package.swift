// swift-tools-version: 6.2
// The folders under Sources are the house that docs/architecture.md draws: imports go down only.
import Foundation
import PackageDescription

/// Engine work needs neither the command line nor its dependencies: `THAO_ENGINE_ONLY=1 swift build` leaves them out.
let engineOnly = ProcessInfo.processInfo.environment["THAO_ENGINE_ONLY"] != nil

var dependencies: [Package.Dependency] = [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2")
]
// DocC's plugin is for `make docs` only; nobody else resolves it.
if ProcessInfo.processInfo.environment["THAO_DOCS"] != nil {
    dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
var products: [Product] = [
    .library(name: "Kernel", targets: ["Kernel"]),
    .library(name: "Scenario", targets: ["Scenario"]),
    .library(name: "NetworkWorld", targets: ["NetworkWorld"]),
    .library(name: "Telemetry", targets: ["Telemetry"]),
    .library(name: "Study", targets: ["Study"]),
    .library(name: "BenchmarkWorlds", targets: ["BenchmarkWorlds"]),
]
var targets: [Target] = [
    .target(name: "Kernel"),
    .target(name: "Scenario", dependencies: ["Kernel", .product(name: "Yams", package: "Yams")]),
    .target(name: "Content", dependencies: [], resources: [.copy("Library")]),
    .target(name: "NetworkWorld", dependencies: ["Kernel", "Scenario"]),
    .target(name: "Telemetry", dependencies: ["Kernel", "Scenario", "NetworkWorld"]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Detection", dependencies: ["Kernel", "Scenario", "CPCRE2"]),
    .target(name: "LogSearch", dependencies: ["Kernel", "Scenario", "NetworkWorld", "Telemetry"]),
    .target(name: "Exercise", dependencies: ["Kernel", "Scenario", "NetworkWorld"]),
    .target(name: "Study", dependencies: ["Kernel", "Scenario", "NetworkWorld"]),
    .target(name: "Players", dependencies: ["Kernel", "Scenario", "NetworkWorld", "LogSearch", "Exercise"]),
    .target(name: "BenchmarkWorlds", dependencies: ["Kernel"]),
    .target(
        name: "TestSupport", dependencies: ["Kernel", "Scenario", "Content", "NetworkWorld"], path: "Tests/TestSupport"),
    .executableTarget(
        name: "thao-bench",
        dependencies: [
            "Kernel", "Scenario", "Content", "NetworkWorld", "Telemetry", "Detection", "LogSearch", "BenchmarkWorlds",
            "Exercise", "Study", "Players", "TestSupport",
        ],
        path: "Benchmarks/thao-bench"),
    .testTarget(name: "KernelTests", dependencies: ["Kernel", "TestSupport"]),
    .testTarget(
        name: "ScenarioTests", dependencies: ["Scenario", "Content", "TestSupport"], resources: [.copy("Fixtures")]),
    .testTarget(name: "NetworkWorldTests", dependencies: ["NetworkWorld", "Content", "TestSupport"]),
    .testTarget(name: "TelemetryTests", dependencies: ["Telemetry", "Detection", "Content", "TestSupport"]),
    .testTarget(name: "DetectionTests", dependencies: ["Detection", "TestSupport"]),
    .testTarget(
        name: "BenchmarkWorldsTests", dependencies: ["BenchmarkWorlds", "Kernel", "CZlib"],
        resources: [.copy("Fixtures")]),
    .testTarget(name: "LogSearchTests", dependencies: ["LogSearch", "Content", "TestSupport"]),
    .testTarget(
        name: "PlayersTests", dependencies: ["Players", "Exercise", "LogSearch", "Content", "TestSupport"]),
    .testTarget(name: "StudyTests", dependencies: ["Study", "Content", "TestSupport"]),
    .testTarget(name: "ExerciseTests", dependencies: ["Exercise", "Content", "TestSupport"]),
]

if !engineOnly {
    dependencies += [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // Its support for configuration files would bring packages that nothing here uses.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.5.1"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ]
    products.append(.executable(name: "thao", targets: ["thao"]))
    targets += [
        .target(name: "Markup", dependencies: ["Kernel", "Scenario"]),
        .target(name: "Report", dependencies: ["Kernel", "Scenario", "NetworkWorld", "Exercise", "Markup"]),
        .target(
            name: "Ground",
            dependencies: [
                "Kernel", "Scenario", "Content", "NetworkWorld", "Telemetry", "Detection", "LogSearch", "Exercise",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "Web",
            dependencies: [
                "Kernel", "Scenario", "Content", "NetworkWorld", "Telemetry", "Detection", "LogSearch", "Exercise",
                "Markup", "Report", "Ground",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Assets")]),
        .target(
            name: "Commands",
            dependencies: [
                "Kernel", "Scenario", "Content", "NetworkWorld", "Telemetry", "Detection", "Exercise", "Study",
                "Markup",
                "Report", "Ground", "Web", "CZlib",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .executableTarget(
            name: "thao",
            dependencies: ["Commands", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
        .testTarget(name: "ReportTests", dependencies: ["Markup", "Report", "Content", "TestSupport"]),
        .testTarget(
            name: "GroundTests",
            dependencies: [
                "Ground", "Content", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Kernel", "Scenario", "Exercise", "Markup", "Ground", "Web",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "Commands", "Kernel", "Exercise", "Study", "Ground", "TestSupport", "CZlib",
                .product(name: "Logging", package: "swift-log"),
            ]),
    ]
}

// One settings list for every target: what CI refuses, an editor shows.
for target in targets where target.type != .system {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}

let package = Package(name: "thaotruong", products: products, dependencies: dependencies, targets: targets)
