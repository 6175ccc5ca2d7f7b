using Kube.Api.Apps.V1;
using Kube.Controllers.Deployments;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.Tests.Deployments;

public class RevisionTests
{
    [Fact]
    public void NewSet_OfATemplate_CarriesTheHashEverywhere()
    {
        var deployment = Given.Deployment(3);
        var set = Revision.NewSet(deployment);
        var hash = PodTemplateHash.Compute(deployment.Spec!.Template!, null);
        Assert.Equal($"web-{hash}", set.Metadata!.Name);
        Assert.Equal(hash, set.Metadata.Labels![PodTemplateHash.Label]);
        Assert.Equal(hash, set.Spec!.Selector!.MatchLabels![PodTemplateHash.Label]);
        Assert.Equal(hash, set.Spec.Template!.Metadata!.Labels![PodTemplateHash.Label]);
        Assert.True(set.IsControlledBy(deployment));
        Assert.False(deployment.Spec.Template!.Metadata!.Labels!.ContainsKey(PodTemplateHash.Label));
    }

    [Fact]
    public void MarkCurrent_RolledBackTo_GetsTheNextNumberAndRemembersTheOld()
    {
        var deployment = Given.Deployment(3);
        var set = Given.Set("v1", 0).Annotated(Revision.Annotation, "1");
        Assert.True(Revision.MarkCurrent(deployment, set, 3));
        Assert.True(Revision.MarkCurrent(deployment, set, 5));
        Assert.False(Revision.MarkCurrent(deployment, set, 5));
        Assert.Equal(("5", "1,3"), (set.Metadata!.Annotations![Revision.Annotation], set.Metadata.Annotations[Revision.HistoryAnnotation]));
    }

    [Fact]
    public void MarkCurrent_Annotations_AreCopiedExceptKubernetesOwn()
    {
        var deployment = Given.Deployment(3);
        deployment.Metadata!.Annotations = new()
        {
            ["kubernetes.io/change-cause"] = "because",
            ["kubectl.kubernetes.io/last-applied-configuration"] = "{}",
            [Revision.Annotation] = "9",
        };
        var set = Given.Set("v2", 0);
        Revision.MarkCurrent(deployment, set, 1);
        Assert.Equal(new Dictionary<string, string> { ["kubernetes.io/change-cause"] = "because", [Revision.Annotation] = "1" }, set.Metadata!.Annotations);
    }

    [Fact]
    public void Next_AfterOldRevisions_IsOneMore()
    {
        var old = new[] { Given.Set("v1", 0).Annotated(Revision.Annotation, "4"), Given.Set("v3", 0).Annotated(Revision.Annotation, "7") };
        Assert.Equal(8, Revision.Next(Given.Rollout(Given.Deployment(1), old)));
        Assert.Equal(1, Revision.Next(Given.Rollout(Given.Deployment(1))));
    }

    [Fact]
    public void Of_SeveralSetsOfOneTemplate_TheOldestIsCurrent()
    {
        var twin = Given.Set("v2", 1);
        twin.Metadata!.Name = "twin";
        twin.Metadata.CreationTimestamp = Given.Now;
        Assert.Equal("web-v2", Given.Rollout(Given.Deployment(1), twin, Given.Set("v2", 1)).Current!.Metadata!.Name);
    }

    [Theory]
    [InlineData(1, new[] { "web-v1", "web-v3" })]
    [InlineData(2, new[] { "web-v1" })]
    [InlineData(3, new string[0])]
    [InlineData(0, new[] { "web-v1", "web-v3" })] // the one with pods stays
    public void Surplus_BeyondTheLimit_LowestRevisionsThatAreEmpty(int limit, string[] expected)
    {
        var deployment = Given.Deployment(3, image: "v5");
        deployment.Spec!.RevisionHistoryLimit = limit;
        ReplicaSet[] sets =
        [
            Given.Set("v1", 0).Annotated(Revision.Annotation, "1"), Given.Set("v3", 0).Annotated(Revision.Annotation, "2"),
            Given.Set("v2", 0, existing: 1).Annotated(Revision.Annotation, "3"), Given.Set("v5", 3).Annotated(Revision.Annotation, "4"),
        ];
        Assert.Equal(expected, Revision.Surplus(Given.Rollout(deployment, sets)).Select(set => set.Metadata!.Name!));
    }
}
