using Kube.Storage.Cache;

namespace Kube.Storage.Tests.Cache;

public class LabelPoolTests
{
    [Fact]
    public void Get_EqualPairs_IsOneInstance()
    {
        var pool = new LabelPool();
        var web = pool.Get(["app", "web", "tier", "front"]);
        Assert.Same(web, pool.Get(["app", "web", "tier", "front"]));
        Assert.NotSame(web, pool.Get(["app", "web", "tier", "back"]));
        Assert.NotSame(web, pool.Get(["app", "web"]));
        Assert.Same(LabelSet.Empty, pool.Get([]));
    }

    [Fact]
    public void Verdicts_ManySharedSets_AreAskedForOnceEach()
    {
        var pool = new LabelPool();
        var sets = Enumerable.Range(0, 5000).Select(i => pool.Get(["share", $"s{i / 50}"])).ToList(); // In rows: two sets that share a place would else be made in turn, and text hashes differ from run to run.
        var asked = 0;
        var verdicts = new LabelVerdicts(labels =>
        {
            asked++;
            return labels["share"] == "s7";
        });
        Assert.Equal(50, sets.Count(verdicts.Of));
        Assert.Equal(100, asked);
    }

    [Fact]
    public void Verdicts_MoreSetsThanPlaces_AreRight()
    {
        var pool = new LabelPool();
        var sets = Enumerable.Range(0, 5000).Select(i => pool.Get(["name", $"n{i}"])).ToList();
        var verdicts = new LabelVerdicts(labels => labels["name"].EndsWith('3'));
        for (var round = 0; round < 2; round++)
        {
            Assert.All(sets, set => Assert.Equal(set["name"].EndsWith('3'), verdicts.Of(set)));
        }
    }
}
