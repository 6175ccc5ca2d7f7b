using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.ApiServer.Admission.PodSecurity;

namespace Kube.ApiServer.Tests;

/// <summary>The Pod Security Standards, and how namespaces ask for them.</summary>
public sealed class PodSecurityTests(ServerFixture fixture)
{
    private const string Hardened = """{"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}}""";
    private const string HardenedContainer = """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]}}""";

    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData("{}", "{}", null)]
    [InlineData("""{"hostNetwork":true,"hostPID":true}""", "{}", "host namespaces (hostNetwork=true, hostPID=true)")]
    [InlineData("{}", """{"securityContext":{"privileged":true}}""", """privileged (container "c" must not set securityContext.privileged=true)""")]
    [InlineData("{}", """{"securityContext":{"capabilities":{"add":["NET_ADMIN","CHOWN"]}}}""", """non-default capabilities (container "c" must not include "NET_ADMIN" in securityContext.capabilities.add)""")]
    [InlineData("""{"volumes":[{"name":"a","hostPath":{"path":"/"}},{"name":"b","hostPath":{"path":"/"}}]}""", "{}", """hostPath volumes (volumes "a", "b")""")]
    [InlineData("{}", """{"ports":[{"containerPort":80,"hostPort":8080}]}""", """hostPort (container "c" uses hostPort 8080)""")]
    [InlineData("{}", """{"livenessProbe":{"httpGet":{"port":80,"host":"10.0.0.1"}}}""", """probe or lifecycle host (container "c" uses probe or lifecycle host "10.0.0.1")""")]
    [InlineData("{}", """{"securityContext":{"procMount":"Unmasked"}}""", """procMount (container "c" must not set securityContext.procMount to "Unmasked")""")]
    [InlineData("""{"securityContext":{"seLinuxOptions":{"type":"spc_t","user":"u"}}}""", "{}", """seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type "spc_t"; user may not be set)""")]
    [InlineData("""{"securityContext":{"seccompProfile":{"type":"Unconfined"}}}""", "{}", """seccompProfile (pod must not set securityContext.seccompProfile.type to "Unconfined")""")]
    [InlineData("""{"securityContext":{"appArmorProfile":{"type":"Unconfined"}}}""", "{}", """forbidden AppArmor profile (pod must not set securityContext.appArmorProfile.type to "Unconfined")""")]
    [InlineData("""{"securityContext":{"sysctls":[{"name":"kernel.msgmax","value":"1"},{"name":"net.ipv4.tcp_syncookies","value":"1"}]}}""", "{}", "forbidden sysctls (kernel.msgmax)")]
    [InlineData("""{"securityContext":{"windowsOptions":{"hostProcess":true}}}""", "{}", "hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)")]
    [InlineData("""{"hostIPC":true,"initContainers":[{"name":"i","securityContext":{"privileged":true}}]}""", """{"securityContext":{"privileged":true}}""", """host namespaces (hostIPC=true), privileged (containers "i", "c" must not set securityContext.privileged=true)""")]
    public void Baseline_Pod_IsJudged(string spec, string container, string? violations) =>
        Assert.Equal(violations, PodSecurityStandard.Violations(null, Spec(spec, container), new PodSecurityPolicy(PodSecurityLevel.Baseline, int.MaxValue)));

    [Theory]
    [InlineData("""{"securityContext":""" + Hardened + "}", """{"securityContext":""" + HardenedContainer + "}", null)]
    [InlineData("""{"securityContext":""" + Hardened + ""","volumes":[{"name":"a","hostPath":{"path":"/"}},{"name":"b","emptyDir":{}}]}""", """{"securityContext":""" + HardenedContainer + "}", """restricted volume types (volume "a" uses restricted volume type "hostPath")""")]
    [InlineData("""{"securityContext":{"runAsNonRoot":true,"runAsUser":0,"seccompProfile":{"type":"Localhost"}}}""", """{"securityContext":""" + HardenedContainer + "}", "runAsUser=0 (pod must not set runAsUser=0)")]
    [InlineData("""{"securityContext":{"runAsNonRoot":false,"seccompProfile":{"type":"Localhost"}}}""", """{"securityContext":""" + HardenedContainer + "}", "runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)")]
    [InlineData("""{"os":{"name":"windows"},"securityContext":{"runAsNonRoot":true}}""", "{}", null)]
    [InlineData(
        "{}",
        "{}",
        """allowPrivilegeEscalation != false (container "c" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "c" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "c" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container "c" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")""")]
    public void Restricted_Pod_IsJudged(string spec, string container, string? violations) =>
        Assert.Equal(violations, PodSecurityStandard.Violations(null, Spec(spec, container), new PodSecurityPolicy(PodSecurityLevel.Restricted, int.MaxValue)));

    [Fact]
    public void Version_BeforeARule_SparesPods()
    {
        var spec = Spec("{}", """{"livenessProbe":{"tcpSocket":{"port":80,"host":"10.0.0.1"}}}""");
        Assert.Null(PodSecurityStandard.Violations(null, spec, new PodSecurityPolicy(PodSecurityLevel.Baseline, 33)));
        Assert.NotNull(PodSecurityStandard.Violations(null, spec, new PodSecurityPolicy(PodSecurityLevel.Baseline, 34)));
    }

    [Fact]
    public async Task Namespace_Enforcing_RefusesPodsAndWarnsOfTemplates()
    {
        var ns = await NamespaceAsync(""" "pod-security.kubernetes.io/enforce":"baseline","pod-security.kubernetes.io/warn":"restricted" """);
        var privileged = Samples.Pod("bad").Replace("\"image\":\"i:1\"", "\"image\":\"i:1\",\"securityContext\":{\"privileged\":true}");
        var refused = await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", privileged);
        refused.ExpectFailure(403, "Forbidden", """pods "bad" is forbidden: violates PodSecurity "baseline:latest": privileged (container "c" must not set securityContext.privileged=true)""");
        var warned = (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod("good"))).Expect(201);
        Assert.Contains("would violate PodSecurity \\\"restricted:latest\\\": allowPrivilegeEscalation != false", Assert.Single(warned.Warnings), StringComparison.Ordinal);
        var template = (await Server.PostAsync($"/apis/apps/v1/namespaces/{ns}/deployments", Samples.Deployment("d"))).Expect(201);
        Assert.Contains("would violate PodSecurity", Assert.Single(template.Warnings), StringComparison.Ordinal);
        Assert.Empty((await Server.PatchAsync($"/api/v1/namespaces/{ns}/pods/good", """{"metadata":{"labels":{"a":"b"}}}""")).Expect(200).Warnings);
    }

    [Fact]
    public async Task Namespace_MadeStricter_KeepsItsPodsAndNamesThem()
    {
        var ns = await NamespaceAsync(""" "a":"b" """);
        foreach (var name in new[] { "one", "two" })
        {
            (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod(name))).Expect(201);
        }

        // A read that is up to date: the check goes by the cache.
        (await Server.GetAsync($"/api/v1/namespaces/{ns}/pods")).Expect(200);
        var changed = (await Server.PatchAsync($"/api/v1/namespaces/{ns}", """{"metadata":{"labels":{"pod-security.kubernetes.io/enforce":"restricted"}}}""")).Expect(200);
        Assert.Contains($"existing pods in namespace \\\"{ns}\\\" violate the new PodSecurity enforce level \\\"restricted:latest\\\"", changed.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("one (and 1 other pod): allowPrivilegeEscalation", changed.Warnings[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Namespace_LabelNobodyKnows_IsRefused()
    {
        var reply = await Server.PostAsync("/api/v1/namespaces", """{"metadata":{"name":"typo","labels":{"pod-security.kubernetes.io/enforce":"strict","pod-security.kubernetes.io/warn-version":"2"}}}""");
        reply.Expect(422);
        Assert.Contains("""metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: "strict": must be one of privileged, baseline, restricted""", reply.Message, StringComparison.Ordinal);
        Assert.Contains("""metadata.labels[pod-security.kubernetes.io/warn-version]: Invalid value: "2": must be "latest" or "v1.x" """.Trim(), reply.Message, StringComparison.Ordinal);
    }

    private async Task<string> NamespaceAsync(string labels)
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PatchAsync($"/api/v1/namespaces/{ns}", "{\"metadata\":{\"labels\":{" + labels + "}}}")).Expect(200);
        return ns;
    }

    private static PodSpec Spec(string spec, string container)
    {
        var json = JsonNode.Parse(spec)!.AsObject();
        var only = JsonNode.Parse(container)!.AsObject();
        only["name"] = "c";
        json["containers"] = new JsonArray(only);
        return ApiJson.Deserialize<Pod>(System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["spec"] = json }.ToJsonString())).Spec!;
    }
}
