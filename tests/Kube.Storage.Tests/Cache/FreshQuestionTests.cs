using Kube.Storage.Cache;

namespace Kube.Storage.Tests.Cache;

public class FreshQuestionTests
{
    [Fact]
    public async Task Ask_WhileAQuestionIsUnderWay_SharesTheNextOne()
    {
        var questions = new List<TaskCompletionSource<long>>();
        var question = new FreshQuestion(_ =>
        {
            questions.Add(new TaskCompletionSource<long>());
            return questions[^1].Task;
        });
        var first = question.AskAsync();
        var (second, third) = (question.AskAsync(), question.AskAsync());
        Assert.Single(questions);
        questions[0].SetResult(1);
        Assert.Equal(1, await first);
        Assert.Equal(2, questions.Count);
        Assert.False(second.IsCompleted);
        questions[1].SetResult(2);
        Assert.Equal((2, 2), (await second, await third));
        _ = question.AskAsync();
        Assert.Equal(3, questions.Count);
    }

    [Fact]
    public async Task Ask_TheStoreFails_TheReadersFailAndTheNextAsksAgain()
    {
        var calls = 0;
        var question = new FreshQuestion(_ => ++calls == 1 ? Task.FromException<long>(new InvalidOperationException("down")) : Task.FromResult(7L));
        await Assert.ThrowsAsync<InvalidOperationException>(question.AskAsync);
        Assert.Equal(7, await question.AskAsync());
    }
}
