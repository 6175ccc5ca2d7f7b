using System.Text;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Routing;
using Kube.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Health;

/// <summary>/livez, /readyz, /healthz (<c>?verbose</c> names every check), /version and /metrics.</summary>
internal static class HealthRoutes
{
    /// <summary>The Kubernetes version whose API this is.</summary>
    public const string GitVersion = "v1.36.0+kube-cs";

    public static void Add(PathRoutes routes, HealthChecks health, Metrics metrics)
    {
        routes.Add("/livez", Check("livez", health.Live));
        routes.Add("/readyz", Check("readyz", health.Ready));
        routes.Add("/healthz", Check("healthz", health.Live));
        routes.Add("/livez/ping", Check("ping", () => new HealthReport(true, "")));
        routes.Add("/readyz/ping", Check("ping", () => new HealthReport(true, "")));
        routes.Add("/version", new PathRoute((http, cancel) => Answer.WriteBytesAsync(http, Version(), MediaType.Json, cancel), IsPublic: true));
        routes.Add("/metrics", new PathRoute((http, cancel) =>
        {
            using var text = new StringWriter();
            metrics.WriteTo(text);
            return Answer.WriteBytesAsync(http, Encoding.UTF8.GetBytes(text.ToString()), "text/plain; version=0.0.4; charset=utf-8", cancel);
        }));
        routes.Add("/", new PathRoute((http, cancel) => Answer.WriteBytesAsync(http, Index(routes), MediaType.Json, cancel)));
    }

    private static PathRoute Check(string name, Func<HealthReport> run) => new((http, cancel) =>
    {
        var report = run();
        var verbose = http.Request.Query.ContainsKey("verbose") || !report.Healthy;
        http.Response.Headers["X-Content-Type-Options"] = "nosniff";
        var text = verbose ? $"{report.Details}{name} check {(report.Healthy ? "passed" : "failed")}\n" : "ok";
        var form = new AnswerForm(AnswerShape.Object, false) { OtherType = "text/plain; charset=utf-8" };
        return Answer.WriteAsync(http, report.Healthy ? 200 : 500, form, Encoding.UTF8.GetBytes(text), cancel);
    }, IsPublic: true);

    private static byte[] Version()
    {
        var platform = $"linux/{(System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "amd64")}";
        return Encoding.UTF8.GetBytes($$"""
            {
              "major": "1",
              "minor": "36",
              "gitVersion": "{{GitVersion}}",
              "gitCommit": "",
              "gitTreeState": "clean",
              "buildDate": "1970-01-01T00:00:00Z",
              "goVersion": "",
              "compiler": ".NET {{Environment.Version}}",
              "platform": "{{platform}}"
            }
            """);
    }

    private static byte[] Index(PathRoutes routes) =>
        Encoding.UTF8.GetBytes($$"""{"paths":[{{string.Join(',', routes.Paths.Select(p => $"\"{p}\""))}}]}""");
}
