using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Controllers.Runtime;
using Kube.Testing;

namespace Kube.Controllers.Tests.Runtime;

public class ControllerRefsTests
{
    [Theory]
    [InlineData("web-v1", true, false, "Keep")]
    [InlineData("web-v1", false, false, "Release")]
    [InlineData("web-v1", false, true, "Ignore")] // its owner goes: leave that to the garbage collector
    [InlineData("other", true, false, "Ignore")]
    [InlineData(null, true, false, "Adopt")]
    [InlineData(null, false, false, "Ignore")]
    [InlineData(null, true, true, "Ignore")]
    public void Decide_ByOwnerAndLabels_ClaimsOrNot(string? owner, bool matches, bool ownerGoes, string expected)
    {
        var set = Given.Set("v1", 1);
        set.Metadata!.Uid = "uid-web-v1";
        set.Metadata.DeletionTimestamp = ownerGoes ? Given.Now : null;
        var pod = owner is null ? new PodBuilder("p").Build() : new PodBuilder("p").OwnedBy("ReplicaSet", owner).Build();
        Assert.Equal(expected, ControllerRefs<ReplicaSet, Pod>.Decide(set, pod, matches).ToString());
    }

    [Fact]
    public void Decide_OrphanThatGoes_IsLeftAlone() =>
        Assert.Equal(Claim.Ignore, ControllerRefs<ReplicaSet, Pod>.Decide(Given.Set("v1", 1), new PodBuilder("p").Terminating().Build(), matches: true));
}
