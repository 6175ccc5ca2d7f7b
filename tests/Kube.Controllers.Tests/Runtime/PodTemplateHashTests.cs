using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.Tests.Runtime;

public class PodTemplateHashTests
{
    [Fact]
    public void Compute_SameTemplate_SameHashWhateverTheOrder()
    {
        var a = Template(("app", "web"), ("tier", "front"));
        var b = Template(("tier", "front"), ("app", "web"));
        Assert.Equal(PodTemplateHash.Compute(a, null), PodTemplateHash.Compute(b, 0));
        Assert.True(PodTemplateHash.Same(a, b));
    }

    [Fact]
    public void Compute_Collision_MovesTheHash()
    {
        var template = Template(("app", "web"));
        Assert.Equal(4, new[] { (int?)null, 1, 2, 300 }.Select(count => PodTemplateHash.Compute(template, count)).Distinct().Count());
    }

    [Fact]
    public void Compute_Always_UsesLettersThatFormNoWords() =>
        Assert.Matches("^[b-df-hj-np-tv-z24-9]{1,10}$", PodTemplateHash.Compute(Template(("app", "web")), null));

    [Fact]
    public void Same_HashLabelAndEmptyLists_DoNotMatter()
    {
        var plain = Template(("app", "web"));
        var stored = Template(("app", "web"), (PodTemplateHash.Label, "abc"));
        stored.Spec!.Tolerations = [];
        stored.Metadata!.Annotations = [];
        Assert.True(PodTemplateHash.Same(plain, stored));
        Assert.Equal(PodTemplateHash.Compute(plain, null), PodTemplateHash.Compute(stored, null));
    }

    [Fact]
    public void Same_EmptyVolumeSource_Matters()
    {
        var plain = Template(("app", "web"));
        plain.Spec!.Volumes = [new Volume { Name = "v" }];
        var other = plain.Clone();
        other.Spec!.Volumes![0].EmptyDir = new EmptyDirVolumeSource();
        Assert.False(PodTemplateHash.Same(plain, other));
    }

    private static PodTemplateSpec Template(params (string Key, string Value)[] labels) => new()
    {
        Metadata = new ObjectMeta { Labels = labels.ToDictionary(label => label.Key, label => label.Value) },
        Spec = new PodSpec { Containers = [new Container { Name = "main", Image = "v1" }] },
    };
}
