using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Controllers.CertificateApproval;
using ConditionStatus = Kube.Api.Core.V1.ConditionStatus;

namespace Kube.Controllers.Tests.Certificates;

public sealed class ApprovalRulesTests
{
    private const string Serving = "digital signature,server auth";
    private const string Self = "system:node:n1";

    [Theory]
    [InlineData("O=system:nodes, CN=system:node:n1", "system:bootstrap:abcdef", "system:bootstrappers", "Approved")]
    [InlineData("O=system:nodes, CN=system:node:taken", "system:bootstrap:abcdef", "system:bootstrappers", "Denied")]
    [InlineData("O=system:nodes, CN=system:node:taken", "system:node:taken", "system:nodes", "Approved")]
    [InlineData("O=system:nodes, CN=system:node:n1", "system:node:n2", "system:nodes", null)]
    [InlineData("O=system:nodes, CN=system:node:n1", "jane", "system:authenticated", null)]
    [InlineData("O=system:masters, CN=system:node:n1", "system:bootstrap:abcdef", "system:bootstrappers", null)]
    [InlineData("O=system:nodes, O=system:masters, CN=system:node:n1", "system:bootstrap:abcdef", "system:bootstrappers", null)]
    [InlineData("O=system:nodes, CN=admin", "system:bootstrap:abcdef", "system:bootstrappers", null)]
    [InlineData("O=system:nodes, CN=system:node:", "system:bootstrap:abcdef", "system:bootstrappers", null)]
    public void Decide_ClientCertificate_IsForWhoeverMayHaveIt(string subject, string user, string groups, string? decision) =>
        Assert.Equal(decision, ApprovalRules.Decide(Requests.Make(subject, user: user, groups: groups), name => name == "taken" ? Ready(name) : null)?.Type);

    [Theory]
    [InlineData(Self, "dns:n1,ip:10.0.0.1", Serving, "Approved")]
    [InlineData(Self, "dns:n1,dns:localhost,ip:127.0.0.1,ip:10.0.0.1", Serving, "Approved")]
    [InlineData(Self, "dns:n1,ip:10.0.0.2", Serving, null)]
    [InlineData(Self, "dns:n1,dns:kubernetes", Serving, null)]
    [InlineData(Self, "dns:n1,uri:http://n1", Serving, null)]
    [InlineData(Self, null, Serving, null)]
    [InlineData(Self, "dns:n1", "digital signature,client auth", null)]
    [InlineData(Self, "dns:n1", "digital signature,server auth,client auth", null)]
    [InlineData("system:node:n2", "dns:n1", Serving, null)]
    [InlineData("system:bootstrap:abcdef", "dns:n1", Serving, null)]
    public void Decide_ServingCertificate_IsForTheNodeItself(string user, string? names, string usages, string? decision) =>
        Assert.Equal(decision, ApprovalRules.Decide(Requests.Make(signer: Requests.ServingSigner, usages: usages, user: user, names: names), Ready)?.Type);

    [Theory]
    [InlineData("kubernetes.io/kube-apiserver-client")]
    [InlineData("example.com/mine")]
    public void Decide_OtherSigners_IsLeftToPeople(string signer) => Assert.Null(ApprovalRules.Decide(Requests.Make(signer: signer), _ => null));

    [Fact]
    public void Decide_TextThatIsNoRequest_IsLeftToPeople()
    {
        var request = Requests.Make();
        request.Spec!.Request = "nonsense"u8.ToArray();
        Assert.Null(ApprovalRules.Decide(request, _ => null));
    }

    [Fact]
    public void Decide_NameThatIsTaken_SaysWhatToDo() =>
        Assert.Contains("kctl delete node n1", ApprovalRules.Decide(Requests.Make(), Ready)!.Message, StringComparison.Ordinal);

    private static Node Ready(string name) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Status = new NodeStatus
        {
            Addresses = [new NodeAddress { Type = NodeAddressType.InternalIP, Address = "10.0.0.1" }],
            Conditions = [new NodeCondition { Type = NodeConditionType.Ready, Status = ConditionStatus.True }],
        },
    };
}
