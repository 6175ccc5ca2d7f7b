using Kctl.Services;

namespace Kctl.Compose;

/// <summary><c>healthcheck</c>.</summary>
internal static class HealthKeys
{
    /// <summary>The check; null where there is to be none.</summary>
    public static HealthCheck? Read(Field field)
    {
        field.KnowsOnly("test", "interval", "timeout", "retries", "start_period", "start_interval", "disable");
        if (field["disable"]?.Flag() == true || Command(field) is not { Count: > 0 } command)
        {
            return null;
        }

        var check = new HealthCheck(command);
        return check with
        {
            Interval = field["interval"]?.Duration() ?? check.Interval,
            Timeout = field["timeout"]?.Duration() ?? check.Timeout,
            Retries = field["retries"]?.Number() ?? check.Retries,
            StartPeriod = field["start_period"]?.Duration() ?? TimeSpan.Zero,
            StartInterval = field["start_interval"]?.Duration(),
        };
    }

    private static IReadOnlyList<string> Command(Field field)
    {
        if (field["test"] is not { } test)
        {
            field.Leave("without a test the image's own check would be used, which the cluster does not know");
            return [];
        }

        if (!test.IsList)
        {
            return ["/bin/sh", "-c", test.Text()];
        }

        switch ((string[])[.. test.Texts()])
        {
            case ["NONE", ..]:
                return [];
            case ["CMD", .. var words] when words.Length > 0:
                return words;
            case ["CMD-SHELL", var line]:
                return ["/bin/sh", "-c", line];
            default:
                test.Error("begins with NONE, CMD or CMD-SHELL, and the command follows");
                return [];
        }
    }
}
