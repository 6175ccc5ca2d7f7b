using System.Net;
using System.Text;
using Kube.Testing;

namespace Kctl.Tests;

/// <summary>A server with a few objects that only answers reads: enough to look names up. A home folder with a kubeconfig for it comes with it.</summary>
internal sealed class FakeApi : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, string> _answers;

    public FakeApi()
    {
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        _answers = Answers();
        _listener.Prefixes.Add(address + "/");
        _listener.Start();
        _listener.BeginGetContext(Answer, null);
        Home = Directory.CreateTempSubdirectory("kctl-test-").FullName;
        Kubeconfig = Path.Combine(Home, "config");
        File.WriteAllText(Kubeconfig, $$"""
            {"apiVersion": "v1", "kind": "Config", "current-context": "test",
             "clusters": [{"name": "test", "cluster": {"server": "{{address}}"} }],
             "contexts": [{"name": "test", "context": {"cluster": "test", "user": "me"} }, {"name": "other", "context": {"cluster": "test", "user": "me"} }],
             "users": [{"name": "me", "user": {"token": "t"} }]}
            """);
    }

    public string Home { get; }

    public string Kubeconfig { get; }

    public void Dispose()
    {
        _listener.Close();
        Directory.Delete(Home, recursive: true);
    }

    private static Dictionary<string, string> Answers() => new(StringComparer.Ordinal)
    {
        ["/api"] = Discovery("", ("pods", "Pod", "po", true), ("services", "Service", "svc", true), ("namespaces", "Namespace", "ns", false)),
        ["/apis"] = Discovery("apps", ("deployments", "Deployment", "deploy", true), ("daemonsets", "DaemonSet", "ds", true)),
        ["/api/v1/namespaces"] = List("default", "shop"),
        ["/api/v1/namespaces/default/pods"] = List("front-1", "front-2", "back-1"),
        ["/api/v1/namespaces/shop/pods"] = List("till-1"),
        ["/api/v1/pods"] = """{"items": [{"metadata": {"name": "till-1", "namespace": "shop"}}]}""",
        ["/api/v1/namespaces/default/pods/front-1"] = """{"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "front-1"}, "spec": {"containers": [{"name": "web"}, {"name": "log"}]}}""",
        ["/apis/apps/v1/namespaces/default/deployments"] = List("front"),
    };

    private static string List(params string[] names) => $$"""{"items": [{{string.Join(',', names.Select(n => $$"""{"metadata": {"name": "{{n}}"} }"""))}}]}""";

    private static string Discovery(string group, params (string Plural, string Kind, string Short, bool Namespaced)[] kinds) => $$"""
        {"kind": "APIGroupDiscoveryList", "items": [{"metadata": {"name": "{{group}}"}, "versions": [{"version": "v1", "resources": [
        {{string.Join(',', kinds.Select(k => $$"""
            {"resource": "{{k.Plural}}", "singularResource": "{{k.Kind.ToLowerInvariant()}}", "responseKind": {"kind": "{{k.Kind}}"}, "scope": "{{(k.Namespaced ? "Namespaced" : "Cluster")}}",
             "shortNames": ["{{k.Short}}"], "verbs": ["get", "list", "watch"]}
            """))}}
        ]}]}]}
        """;

    private void Answer(IAsyncResult result)
    {
        try
        {
            var context = _listener.EndGetContext(result);
            _listener.BeginGetContext(Answer, null);
            var path = context.Request.Url!.AbsolutePath;
            var known = _answers.TryGetValue(path, out var body);
            var name = path[(path.LastIndexOf('/') + 1)..];
            body ??= $$"""
                {"kind": "Status", "status": "Failure", "reason": "NotFound", "code": 404, "message": "pods \"{{name}}\" not found", "details": {"name": "{{name}}", "kind": "pods"} }
                """;
            context.Response.StatusCode = known ? 200 : 404;
            context.Response.ContentType = "application/json";
            context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: true);
        }
        catch (Exception e) when (e is ObjectDisposedException or HttpListenerException)
        {
            // The test is over.
        }
    }
}
