using Kctl.Create;

namespace Kctl.Tests;

public sealed class GeneratorTests
{
    [Theory]
    [InlineData("service nodeport s --tcp=80:web --node-port=30001", "spec:\n  ports:\n  - name: 80-web\n    nodePort: 30001\n    port: 80\n    protocol: TCP\n    targetPort: web\n  selector:\n    app: s\n  type: NodePort\n")]
    [InlineData("job j --image=b -- a c", "      - command:\n        - a\n        - c\n        image: b\n        name: j\n      restartPolicy: Never\n")]
    [InlineData("cronjob j --image=b --schedule=0_3_*_*_*", "  schedule: 0_3_*_*_*\n")]
    [InlineData("ingress i --rule=a.b/x*=web:80,tls=cert", "        path: /x\n        pathType: Prefix\n  tls:\n  - hosts:\n    - a.b\n    secretName: cert\n")]
    [InlineData("rolebinding r --clusterrole=view --user=jane", "roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: view\nsubjects:\n- apiGroup: rbac.authorization.k8s.io\n  kind: User\n  name: jane\n")]
    [InlineData("quota q --hard=cpu=1,pods=3", "  hard:\n    cpu: \"1\"\n    pods: \"3\"\n")]
    [InlineData("pdb p --selector=a=b --min-available=50%", "spec:\n  minAvailable: 50%\n  selector:\n    matchLabels:\n      a: b\n")]
    [InlineData("priorityclass p --value=3", "preemptionPolicy: PreemptLowerPriority\nvalue: 3\n")]
    [InlineData("deployment d --image=a -- x", "      - command:\n        - x\n        image: a\n        name: a\n")]
    [InlineData("secret docker-registry d --docker-username=u --docker-password=p", "type: kubernetes.io/dockerconfigjson\n")]
    public async Task Run_ClientDryRun_PrintsWhatKubectlPrints(string line, string expected)
    {
        var terminal = new TestTerminal();
        var words = line.Split(' ').ToList();
        words.InsertRange(words.IndexOf("--") is >= 0 and var dash ? dash : words.Count, ["--dry-run=client", "-o", "yaml"]);
        Assert.Equal(0, await terminal.RunAsync([.. words.Prepend("create")]));
        Assert.Contains(expected, terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("service clusterip s", "at least one tcp port specifier must be provided")]
    [InlineData("rolebinding r --user=a", "exactly one of clusterrole or role must be specified")]
    [InlineData("pdb p --selector=a=b", "one of min-available or max-unavailable must be specified")]
    [InlineData("job j", "either --image or --from must be specified")]
    public async Task Run_SomethingMissing_SaysWhat(string line, string expected)
    {
        var terminal = new TestTerminal();
        Assert.Equal(1, await terminal.RunAsync([.. line.Split(' ').Prepend("create"), "--dry-run=client"]));
        Assert.Equal($"error: {expected}\n", terminal.Error);
    }

    [Fact]
    public void Rules_Resources_AreGroupedByGroup() => Assert.Equal(
        """[{"apiGroups":[""],"resources":["pods","pods/log"],"verbs":["get"]},{"apiGroups":["apps"],"resources":["deployments"],"verbs":["get"]},{"nonResourceURLs":["/x"],"verbs":["get"]}]""",
        RbacGenerators.Rules(["get"], [("", "pods"), ("apps", "deployments"), ("", "pods/log")], [], ["/x"]).ToJsonString());
}
