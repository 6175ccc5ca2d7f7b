using Kube.Client;
using Kube.Controllers.Runtime;
using Kube.Testing;

namespace Kube.Controllers.Tests.Runtime;

public class ExpectationsTests
{
    private static readonly ObjectKey s_key = new("default", "web");

    private readonly FakeTimeProvider _time = new();
    private readonly Expectations _expectations;

    public ExpectationsTests() => _expectations = new Expectations(_time);

    [Fact]
    public void Satisfied_NothingExpected_True() => Assert.True(_expectations.Satisfied(s_key));

    [Fact]
    public void Satisfied_Creations_WhenAllWereSeen()
    {
        _expectations.ExpectCreations(s_key, 2);
        _expectations.CreationObserved(s_key);
        Assert.False(_expectations.Satisfied(s_key));
        _expectations.CreationObserved(s_key);
        Assert.True(_expectations.Satisfied(s_key));
    }

    [Fact]
    public void Satisfied_OneDeletionSeenTwice_StillWaitsForTheOther()
    {
        _expectations.ExpectDeletions(s_key, ["a", "b"]);
        _expectations.DeletionObserved(s_key, "a");
        _expectations.DeletionObserved(s_key, "a");
        Assert.False(_expectations.Satisfied(s_key));
        _expectations.DeletionObserved(s_key, "b");
        Assert.True(_expectations.Satisfied(s_key));
    }

    [Fact]
    public void Satisfied_EventLost_AfterTheTimeout()
    {
        _expectations.ExpectCreations(s_key, 1);
        _time.Advance(Expectations.Timeout - TimeSpan.FromSeconds(1));
        Assert.False(_expectations.Satisfied(s_key));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(_expectations.Satisfied(s_key));
    }

    [Fact]
    public void ExpectCreations_AfterALostEvent_StartsAfresh()
    {
        _expectations.ExpectCreations(s_key, 3);
        _time.Advance(Expectations.Timeout);
        _expectations.ExpectCreations(s_key, 1);
        _expectations.CreationObserved(s_key);
        Assert.True(_expectations.Satisfied(s_key));
    }

    [Fact]
    public void CreationObserved_Unexpected_DoesNotCountForLater()
    {
        _expectations.CreationObserved(s_key, 5);
        _expectations.ExpectCreations(s_key, 1);
        Assert.False(_expectations.Satisfied(s_key));
    }
}
